package platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import platform.wire.Fault;

class DoorTest {
    @Test
    void aBugInADeskIsAnsweredAndTheDoorStaysOpen() throws IOException, InterruptedException {
        Route bug = Route.of("GET", "/bug", call -> {
            throw new IllegalStateException("what somebody wrote");
        });
        try (Listener listener = Listener.open(0, 1, new Door(new Router(List.of(bug)), Guard.NONE))) {
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(listener.uri().resolve("/bug"))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("Platform-Version")).contains("2");
                assertThat(answer.body()).contains("broken").doesNotContain("somebody");
            }
        }
    }

    @Test
    void aFaultIsLoggedWithTypesAndPlacesAndNothingThatWasWritten() {
        IllegalStateException fault = new IllegalStateException("110101199003078881", new IOException("张测试"));
        assertThat(Fault.of(fault))
                .startsWith("java.lang.IllegalStateException at platform.door.DoorTest")
                .contains("because of java.io.IOException")
                .doesNotContain("110101")
                .doesNotContain("张");
    }
}
