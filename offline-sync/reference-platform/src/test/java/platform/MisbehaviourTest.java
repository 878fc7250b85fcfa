package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.CERTIFICATE;
import static platform.Terminal.error;
import static platform.Terminal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MisbehaviourTest extends PlatformTest {

    private void turn(Map<String, ?> moods) {
        assertThat(terminal.control("POST", "/control/misbehaviour", moods).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aPlatformThatIsDownSaysWhenToComeAgain() {
        Sealed sealed = terminal.sealed(APPLICATION);
        turn(Map.of("down", true));
        HttpResponse<byte[]> answer = terminal.submit(sealed);
        assertThat(error(answer)).isEqualTo("503 down");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        turn(Map.of());
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void oneDepartmentDownLeavesTheOthersUp() {
        Sealed police = terminal.sealed(APPLICATION);
        Sealed socialSecurity = terminal.sealed(CERTIFICATE);
        turn(Map.of("departmentsDown", List.of("public-security")));
        assertThat(terminal.status().path("departments").path("public-security").asBoolean())
                .isFalse();
        assertThat(terminal.status().path("departments").path("tax").asBoolean())
                .isTrue();
        assertThat(error(terminal.submit(police))).isEqualTo("503 department-down");
        assertThat(terminal.submit(socialSecurity).statusCode()).isEqualTo(201);
        Map<String, String> citizen = Map.of("Citizen-Session", terminal.identify());
        assertThat(error(terminal.send("POST", "/v1/precheck", citizen, APPLICATION)))
                .isEqualTo("503 department-down");
    }

    @Test
    void aLineThatIsCutGivesNoAnswerAndDoesNothing() {
        Sealed sealed = terminal.sealed(APPLICATION);
        turn(Map.of("hangUp", true));
        assertThatThrownBy(() -> terminal.submit(sealed)).isInstanceOf(UncheckedIOException.class);
        assertThat(terminal.ledger()).isEmpty();
    }

    @Test
    void aSlowPlatformAnswersInTheEnd() {
        turn(Map.of("slowMillis", 300));
        long start = System.nanoTime();
        terminal.status();
        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
    }

    @Test
    void aSlowPlatformStillClosesAtOnce() {
        turn(Map.of("slowMillis", 50_000));
        Thread waiting = new Thread(() -> assertThatThrownBy(terminal::status));
        waiting.start();
        long start = System.nanoTime();
        platform.close();
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void aRefusingPlatformNeedsTheCitizen() {
        turn(Map.of("refuse", true));
        HttpResponse<byte[]> answer =
                terminal.submit(terminal.sealed(APPLICATION).whileTheCitizenWaits());
        assertThat(error(answer)).isEqualTo("422 needs-citizen");
        assertThat(json(answer).path("problems")).hasSize(1);
    }

    @Test
    void aCaptivePortalLooksLikeSuccessAndIsNone() {
        turn(Map.of("disguise", "captive-portal"));
        HttpResponse<byte[]> answer = terminal.get("/v1/status", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Platform-Version")).isEmpty();
    }

    @Test
    void somethingThatIsNotJsonComesWithAllTheRightHeaders() {
        turn(Map.of("disguise", "not-json"));
        HttpResponse<byte[]> answer = terminal.get("/v1/status", Map.of());
        assertThat(answer.headers().firstValue("Platform-Version")).contains("2");
        assertThatThrownBy(() -> json(answer)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anEndlessAnswerGoesOnUntilTheListenerHangsUp() throws IOException, InterruptedException {
        turn(Map.of("disguise", "endless"));
        HttpRequest request =
                HttpRequest.newBuilder(platform.uri().resolve("/v1/status")).build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(3_000_000)).hasSize(3_000_000);
        }
        turn(Map.of());
        assertThat(terminal.status().path("time").asText()).endsWith("+08:00");
    }

    @Test
    void anUnknownMoodIsRefused() {
        assertThat(error(terminal.control("POST", "/control/misbehaviour", Map.of("disguise", "cat"))))
                .isEqualTo("400 bad-request");
    }

    @Test
    void anAddressThatDoesNotExistSaysSoAsThePlatform() {
        HttpResponse<byte[]> answer = terminal.get("/v1/nowhere", Map.of());
        assertThat(error(answer)).isEqualTo("404 not-found");
        assertThat(answer.headers().firstValue("Platform-Version")).contains("2");
        assertThat(error(terminal.send("DELETE", "/v1/status", Map.of(), Map.of())))
                .isEqualTo("405 bad-method");
        assertThat(error(terminal.get("/control/ledger", Map.of()))).isEqualTo("404 not-found");
        assertThat(error(terminal.get("/v1/submissions/not-a-uuid", Map.of()))).isEqualTo("400 bad-request");
    }
}
