package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What terminals tell of their printing; PLATFORM-API.md, section 7. */
class PrintTest extends PlatformTest {
    private HttpResponse<byte[]> told(UUID id, UUID attempt, String paper, String outcome) {
        return terminal.send(
                "PUT",
                "/v1/submissions/" + id + "/prints/" + attempt,
                Map.of(),
                Map.of("paper", paper, "outcome", outcome, "at", "2026-11-22T09:15:02+08:00"));
    }

    private JsonNode owed() {
        return json(terminal.get("/v1/person/collectables", Map.of("Citizen-Session", terminal.identify())));
    }

    private void decide(UUID id, String state) {
        terminal.control("POST", "/control/submissions/" + id + "/decide", Map.of("state", state));
    }

    /** An application that was sent back, and what put it right. */
    private Sealed putRight(Sealed first) {
        String number = json(terminal.submit(first)).path("number").asText();
        decide(first.id(), "returned");
        ObjectNode json = terminal.submission(UUID.randomUUID(), APPLICATION).put("number", number);
        Sealed right = terminal.correction(first.id(), json);
        assertThat(terminal.submit(right).statusCode()).isEqualTo(201);
        return right;
    }

    @Test
    void aDocumentPrintedUnderAnEarlierIdOfTheCaseIsTheCasesDocument() {
        Sealed first = terminal.sealed(APPLICATION);
        Sealed right = putRight(first);
        decide(right.id(), "issued");
        assertThat(owed().path("collectables")).hasSize(1);
        UUID attempt = UUID.randomUUID();
        HttpResponse<byte[]> perhaps = told(first.id(), UUID.randomUUID(), "document", "perhaps");
        assertThat(json(perhaps).path("printed").asInt()).isEqualTo(1);
        assertThat(owed().at("/collectables/0/printed").asInt()).isEqualTo(1);
        HttpResponse<byte[]> out = told(first.id(), attempt, "document", "out");
        assertThat(out.statusCode()).isEqualTo(201);
        assertThat(json(out).path("id").asText()).isEqualTo(first.id().toString());
        assertThat(json(out).path("printed").asInt()).isEqualTo(2);
        assertThat(told(first.id(), attempt, "document", "out").statusCode()).isEqualTo(200);
        assertThat(json(terminal.get("/v1/submissions/" + right.id(), Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("collected");
        assertThat(owed().path("collectables")).isEmpty();
    }

    @Test
    void aReceiptIsItsOwnSubmissionsAndOwedNoMoreOnceThatWasPutRight() {
        Sealed first = terminal.sealed(APPLICATION);
        terminal.submit(first);
        told(first.id(), UUID.randomUUID(), "receipt", "not-out");
        assertThat(owed().path("receipts")).hasSize(1);
        Sealed right = putRight(first);
        assertThat(owed().path("receipts")).isEmpty();
        assertThat(json(told(first.id(), UUID.randomUUID(), "receipt", "out"))
                        .path("printed")
                        .asInt())
                .isEqualTo(1);
        told(right.id(), UUID.randomUUID(), "receipt", "perhaps");
        assertThat(owed().at("/receipts/0/id").asText()).isEqualTo(right.id().toString());
    }

    @Test
    void aPaperOrAnOutcomeThatIsNoneIsRefused() {
        Sealed first = terminal.sealed(APPLICATION);
        terminal.submit(first);
        assertThat(error(told(first.id(), UUID.randomUUID(), "poster", "out"))).isEqualTo("400 bad-request");
        assertThat(error(told(first.id(), UUID.randomUUID(), "receipt", "maybe")))
                .isEqualTo("400 bad-request");
        assertThat(error(told(UUID.randomUUID(), UUID.randomUUID(), "receipt", "out")))
                .isEqualTo("404 not-found");
    }
}
