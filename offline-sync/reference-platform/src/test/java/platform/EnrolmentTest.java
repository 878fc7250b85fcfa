package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import platform.wire.Digest;

class EnrolmentTest extends PlatformTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aTerminalNobodyKnowsHandsNothingIn() {
        Terminal stranger = new Terminal(platform, "T0009");
        assertThat(error(stranger.submit(stranger.sealed(APPLICATION)))).isEqualTo("403 unknown-terminal");
        assertThat(terminal.ledger()).isEmpty();
    }

    @Test
    void whoIsNotOnTheRollIsServedAtNoDesk() {
        Terminal stranger = new Terminal(platform, "T0009");
        UUID id = UUID.randomUUID();
        for (String path : List.of(
                "/v1/submissions/" + id,
                "/v1/submissions/" + id + "/document",
                "/v1/orders/" + id,
                "/v1/person/prefill?item=x",
                "/v1/person/collectables",
                "/v1/person/submissions")) {
            assertThat(error(stranger.get(path, Map.of()))).isEqualTo("403 unknown-terminal");
        }
        assertThat(error(stranger.send("PUT", "/v1/orders/" + id, Map.of(), Map.of())))
                .isEqualTo("403 unknown-terminal");
        assertThat(error(stranger.send("POST", "/v1/identify", Map.of(), Map.of("evidence", "code"))))
                .isEqualTo("403 unknown-terminal");
        assertThat(error(stranger.send("POST", "/v1/hello", Map.of(), Map.of())))
                .isEqualTo("403 unknown-terminal");
        assertThat(stranger.status().has("keys")).isTrue();
        terminal.control("POST", "/control/revocations", Map.of("terminal", "T0001"));
        assertThat(error(terminal.get("/v1/orders/" + id, Map.of()))).isEqualTo("403 unknown-terminal");
    }

    @Test
    void theSameWishGetsTheSameAnswer() {
        Terminal anew = new Terminal(platform, "T0003");
        HttpResponse<byte[]> first = anew.enrol("demo");
        HttpResponse<byte[]> again = anew.enrol("demo");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(first).at("/keys/sign")).isEqualTo(terminal.status().at("/keys/sign"));
        assertThat(anew.submit(anew.sealed(APPLICATION)).statusCode()).isEqualTo(201);
    }

    /** The platform's word for a terminal's key, over the lines of PLATFORM-API.md, section 13. */
    private void assertEndorsed(Sealing.Signer key, JsonNode answer) {
        JsonNode sign = terminal.status().at("/keys/sign");
        assertThat(answer.at("/endorsement/key")).isEqualTo(sign.path("id"));
        assertThat(Sealing.verifies(
                        Base64.getDecoder().decode(sign.path("publicKey").asText()),
                        Digest.signedLines("OKE1", "T0001", key.id()),
                        Base64.getDecoder()
                                .decode(answer.at("/endorsement/signature").asText())))
                .isTrue();
    }

    @Test
    void whoeverIsLetInHasThePlatformsWordForItsKey() {
        assertEndorsed(terminal.signer(), json(terminal.enrol("again")));
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String key : new String[] {"", "?", "AAAA", Base64.getEncoder().encodeToString(new byte[65])}) {
            assertThat(error(terminal.send(
                            "POST", "/v1/terminal/enrolment", Map.of(), Map.of("token", "demo", "signingKey", key))))
                    .isEqualTo("400 bad-request");
        }
        assertThat(error(terminal.enrol(""))).isEqualTo("400 bad-request");
    }

    @Test
    void theKeyBeforeVouchesForTheNextAndWhatItSignedIsStillTaken() {
        Sealed old = terminal.sealed(APPLICATION);
        Sealing.Signer next = Sealing.Signer.fresh(RANDOM);
        assertThat(error(change(next, next))).isEqualTo("400 signature-wrong");
        assertThat(error(change(next, null))).isEqualTo("400 bad-request");
        assertThat(change(next, terminal.signer()).statusCode()).isEqualTo(200);
        assertEndorsed(next, json(change(next, terminal.signer())));
        assertThat(terminal.submit(old).statusCode()).isEqualTo(201);
        assertThat(error(change(Sealing.Signer.fresh(RANDOM), terminal.signer())))
                .isEqualTo("400 signature-wrong");
    }

    private HttpResponse<byte[]> change(Sealing.Signer next, Sealing.@Nullable Signer by) {
        String signature = by == null
                ? "?"
                : Base64.getEncoder().encodeToString(by.sign(Digest.signedLines("OKT1", "T0001", next.id()), RANDOM));
        return terminal.send(
                "PUT",
                "/v1/terminal/signing-key",
                Map.of(),
                Map.of("signingKey", Terminal.base64(next), "signature", signature));
    }

    @Test
    void aTerminalThatWasStruckOffWaitsAndLosesNothing() {
        Sealed sealed = terminal.sealed(APPLICATION);
        terminal.control("POST", "/control/revocations", Map.of("terminal", "T0001"));
        assertThat(error(terminal.submit(sealed))).isEqualTo("403 unknown-terminal");
        terminal.enrol("again");
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }
}
