package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import platform.wire.Digest;

class ReceiptTest extends PlatformTest {
    /** The lines of PLATFORM-API.md, section 5.2, read from the receipt as it came. */
    static byte[] signedLines(JsonNode receipt) {
        List<String> lines = new ArrayList<>(List.of("OKR1"));
        for (String path : List.of(
                "/id",
                "/terminal",
                "/number",
                "/digest",
                "/caseNumber",
                "/acceptedAt",
                "/promise/kind",
                "/promise/due",
                "/ledgerSeq",
                "/previous",
                "/journal/count",
                "/journal/head")) {
            lines.add(receipt.at(path).asText());
        }
        return Digest.signedLines(lines.toArray(String[]::new));
    }

    private static boolean verifies(JsonNode key, byte[] signed, JsonNode signature) {
        return Sealing.verifies(bytes(key.path("publicKey")), signed, bytes(signature));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private JsonNode keys() {
        return terminal.status().path("keys");
    }

    @Test
    void aReceiptIsSignedAndEachNamesTheOneBeforeIt() {
        String previous = Digest.sm3Text(new byte[32]);
        for (int seq = 1; seq <= 3; seq++) {
            Sealed sealed = terminal.sealed(APPLICATION);
            JsonNode receipt = json(terminal.submit(sealed));
            assertThat(receipt.path("ledgerSeq").asInt()).isEqualTo(seq);
            assertThat(receipt.path("previous").asText()).isEqualTo(previous);
            assertThat(receipt.path("terminal").asText()).isEqualTo("T0001");
            assertThat(receipt.path("digest").asText()).isEqualTo(sealed.digest());
            assertThat(receipt.at("/journal/count").asLong()).isEqualTo(7);
            assertThat(receipt.at("/journal/head").asText()).isEqualTo(Digest.sm3Text(Digest.sm3(new byte[] {7})));
            assertThat(receipt.path("key")).isEqualTo(keys().at("/sign/id"));
            byte[] signed = signedLines(receipt);
            assertThat(verifies(keys().path("sign"), signed, receipt.path("signature")))
                    .isTrue();
            previous = Digest.sm3Text(Digest.sm3(signed));
        }
    }

    @Test
    void everyTerminalHasAChainOfItsOwnAndARefusalLeavesNoGapInIt() {
        Terminal other = enrolled("T0002");
        assertThat(json(terminal.submit(terminal.sealed(APPLICATION)))
                        .path("ledgerSeq")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(other.submit(other.sealed(APPLICATION)))
                        .path("ledgerSeq")
                        .asInt())
                .isEqualTo(1);
        assertThat(error(other.submit(other.sealed(Terminal.PAYMENT)))).isEqualTo("409 payment-missing");
        assertThat(json(other.submit(other.sealed(APPLICATION)))
                        .path("ledgerSeq")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anAnnouncementOfKeysIsSignedByTheSignKeyAndAfterAChangeByTheOneBefore() {
        JsonNode before = keys();
        assertThat(verifies(before.path("sign"), announced(before), before.path("signature")))
                .isTrue();
        platform.keys().announceNext();
        platform.keys().rotateSign();
        JsonNode after = keys();
        assertThat(after.has("next")).isTrue();
        assertThat(after.path("sign")).isNotEqualTo(before.path("sign"));
        assertThat(after.path("signedBy")).isEqualTo(before.at("/sign/id"));
        assertThat(verifies(before.path("sign"), announced(after), after.path("signature")))
                .isTrue();
        JsonNode also = after.path("alsoSigned").get(0);
        assertThat(also.path("signedBy")).isEqualTo(after.at("/sign/id"));
        assertThat(verifies(after.path("sign"), announced(after), also.path("signature")))
                .isTrue();
    }

    private static byte[] announced(JsonNode keys) {
        return Digest.signedLines(
                "OKK1",
                keys.at("/current/id").asText(),
                keys.at("/next/id").asText(),
                keys.at("/sign/id").asText());
    }

    @Test
    void whatWasSealedToAKeyOfThePastStillOpensAlsoAfterARestart() {
        Sealed old = terminal.sealed(APPLICATION);
        terminal.control("POST", "/control/keys", Map.of("turn", "announce-next"));
        Sealed both = terminal.sealed(APPLICATION);
        terminal.control("POST", "/control/keys", Map.of("turn", "rotate"));
        assertThat(terminal.control("POST", "/control/keys", Map.of("turn", "rotate"))
                        .statusCode())
                .isEqualTo(400);
        terminal.control("POST", "/control/keys", Map.of("turn", "rotate-sign"));
        restart();
        assertThat(terminal.submit(old).statusCode()).isEqualTo(201);
        assertThat(terminal.submit(both).statusCode()).isEqualTo(201);
        assertThat(terminal.submit(terminal.sealed(APPLICATION)).statusCode()).isEqualTo(201);
        assertThat(error(terminal.control("POST", "/control/keys", Map.of("turn", "over"))))
                .isEqualTo("400 bad-request");
    }

    @Test
    void whatACitizenCouldMendIsRefusedOnlyWhileHeWaits() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withObject("values").putObject("phone").put("value", "110").put("source", "citizen");
        Sealed sealed = terminal.seal(id, json);
        assertThat(error(terminal.submit(sealed.whileTheCitizenWaits()))).isEqualTo("422 needs-citizen");
        assertThat(terminal.ledger()).isEmpty();
        HttpResponse<byte[]> accepted = terminal.submit(sealed);
        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(json(terminal.get("/v1/submissions/" + id, Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("returned");
        assertThat(terminal.submit(sealed.whileTheCitizenWaits()).body()).isEqualTo(accepted.body());
    }
}
