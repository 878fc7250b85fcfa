package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HelloTest extends PlatformTest {
    private static HttpResponse<byte[]> hello(Terminal terminal, long waiting) {
        return terminal.send("POST", "/v1/hello", Map.of(), Map.of("waiting", waiting, "bytes", waiting * 4096));
    }

    private HttpResponse<byte[]> reconcile(List<Map<String, String>> submissions) {
        return terminal.send("POST", "/v1/reconcile", Map.of(), Map.of("submissions", submissions));
    }

    private static Map<String, String> asked(UUID id, String digest) {
        return Map.of("id", id.toString(), "digest", digest);
    }

    @Test
    void whoComesLaterSendsLater() {
        JsonNode first = json(hello(terminal, 2000));
        JsonNode second = json(hello(enrolled("T0002"), 2000));
        assertThat(first.path("notBefore").asDouble()).isLessThan(1);
        assertThat(second.path("notBefore").asDouble()).isGreaterThan(5);
        assertThat(second.path("maxRate").asDouble()).isPositive();
        assertThat(second.path("maxInFlight").asInt()).isPositive();
        assertThat(second.path("maxBytesPerSecond").asLong()).isPositive();
        assertThat(second.path("ttl").asInt()).isEqualTo(300);
    }

    @Test
    void aHelloThatMakesNoSenseOrComesFromAStrangerIsRefused() {
        assertThat(error(hello(terminal, -1))).isEqualTo("400 bad-request");
        assertThat(error(hello(terminal, 1_000_001))).isEqualTo("400 bad-request");
        assertThat(error(hello(new Terminal(platform, "T0009"), 1))).isEqualTo("403 unknown-terminal");
    }

    @Test
    void aTerminalLearnsWhatOfItsQueueIsHere() {
        Sealed here = terminal.sealed(APPLICATION);
        JsonNode receipt = json(terminal.submit(here));
        Terminal other = enrolled("T0002");
        Sealed others = other.sealed(APPLICATION);
        other.submit(others);
        Sealed waiting = terminal.sealed(APPLICATION);
        JsonNode told = json(reconcile(List.of(
                asked(waiting.id(), waiting.digest()),
                asked(here.id(), here.digest()),
                asked(here.id(), waiting.digest()),
                asked(others.id(), others.digest()))));
        assertThat(told.path("submissions").findValuesAsText("state"))
                .containsExactly("unknown", "accepted", "conflict", "conflict");
        assertThat(told.at("/submissions/1/receipt")).isEqualTo(receipt);
        assertThat(told.at("/submissions/0").has("receipt")).isFalse();
        assertThat(told.path("ledgerSeq").asLong()).isEqualTo(1);
    }

    @Test
    void aTerminalAsksForAsManyAsAnAnswerHoldsAndNoMore() {
        Map<String, String> one = asked(UUID.randomUUID(), "sm3=:x:");
        assertThat(json(reconcile(Collections.nCopies(200, one))).path("submissions"))
                .hasSize(200);
        assertThat(json(reconcile(List.of())).path("submissions")).isEmpty();
        assertThat(error(reconcile(Collections.nCopies(201, one)))).isEqualTo("400 bad-request");
        assertThat(error(reconcile(List.of(Map.of("id", "x"))))).isEqualTo("400 bad-request");
    }
}
