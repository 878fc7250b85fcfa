package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import platform.Terminal.Page;
import platform.wire.Digest;

class ExactlyOnceTest extends PlatformTest {
    /** Where the time of sealing stands in a manifest. */
    private static final int SEALED_AT = 54;

    @Test
    void aNewSubmissionGetsItsReceipt() {
        Sealed sealed = terminal.sealed(APPLICATION);
        HttpResponse<byte[]> answer = terminal.submit(sealed);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Platform-Version")).contains("2");
        JsonNode receipt = json(answer);
        assertThat(receipt.path("id").asText()).isEqualTo(sealed.id().toString());
        assertThat(receipt.path("digest").asText()).isEqualTo(sealed.digest());
        assertThat(receipt.path("caseNumber").asText()).matches("P[0-9]{18}");
        assertThat(receipt.path("promise").path("kind").asText()).isEqualTo("working-days");
        assertThat(receipt.path("promise").path("days").asInt()).isEqualTo(3);
        assertThat(receipt.path("ledgerSeq").asLong()).isEqualTo(1);
    }

    @Test
    void aRepeatedDeliveryGetsTheFirstAnswer() {
        Sealed sealed = terminal.sealed(APPLICATION);
        byte[] first = terminal.submit(sealed).body();
        HttpResponse<byte[]> second = terminal.submit(sealed);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first);
        assertThat(terminal.ledger()).hasSize(1);
        assertThat(terminal.ledger().get(0).path("deliveries").asInt()).isEqualTo(2);
    }

    @Test
    void theSameDeliveryManyTimesAtOnceIsEnteredOnce() throws Exception {
        Sealed sealed = terminal.sealed(APPLICATION);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<HttpResponse<byte[]>> delivery = () -> {
            HttpResponse<byte[]> answer = terminal.submit(sealed);
            while (answer.statusCode() == 429) {
                answer = terminal.submit(sealed);
            }
            return answer;
        };
        Set<String> receipts = new TreeSet<>();
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<byte[]>> answer : threads.invokeAll(java.util.Collections.nCopies(32, delivery))) {
            receipts.add(Terminal.text(answer.get()));
            statuses.add(answer.get().statusCode());
        }
        threads.shutdown();
        assertThat(receipts).hasSize(1);
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(terminal.ledger()).hasSize(1);
    }

    @Test
    void anAnswerCutAfterAcceptingIsGivenAgainWord() {
        Sealed sealed = terminal.sealed(APPLICATION);
        platform.misbehaviour().cutAnswers(1);
        assertThatThrownBy(() -> terminal.submit(sealed)).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(terminal.ledger()).hasSize(1);
        HttpResponse<byte[]> again = terminal.submit(sealed);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("ledgerSeq").asInt()).isEqualTo(1);
        assertThat(terminal.ledger()).hasSize(1);
    }

    @Test
    void aDeliveryTheNetworkDoublesIsEnteredOnce() {
        platform.misbehaviour().deliverTwice();
        assertThat(terminal.submit(terminal.sealed(APPLICATION)).statusCode()).isEqualTo(200);
        assertThat(terminal.ledger()).hasSize(1);
        assertThat(terminal.ledger().get(0).path("copies").asInt()).isEqualTo(1);
    }

    @Test
    void aRestartKeepsTheLedgerAndTheKey() {
        Sealed sealed = terminal.sealed(APPLICATION);
        byte[] first = terminal.submit(sealed).body();
        restart();
        HttpResponse<byte[]> again = terminal.submit(sealed);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first);
    }

    @Test
    void theSameIdWithAnotherContentIsRefusedAndChangesNothing() {
        UUID id = UUID.randomUUID();
        Sealed first = terminal.seal(id, terminal.submission(id, APPLICATION));
        Sealed second = terminal.seal(id, terminal.submission(id, APPLICATION));
        terminal.submit(first);
        assertThat(error(terminal.submit(second))).isEqualTo("422 digest-mismatch");
        assertThat(terminal.ledger().get(0).path("digest").asText()).isEqualTo(first.digest());
    }

    @Test
    void theSameIdFromAnotherTerminalIsRefused() {
        Sealed sealed = terminal.sealed(APPLICATION);
        terminal.submit(sealed);
        Terminal other = enrolled("T0002");
        Sealed copy = other.seal(sealed.id(), other.submission(sealed.id(), APPLICATION));
        assertThat(error(other.submit(copy))).isEqualTo("422 other-terminal");
    }

    @Test
    void aBodyThatLostABitOnItsWayIsNotEvenOpened() {
        Sealed sealed = terminal.sealed(APPLICATION);
        byte[] bent = sealed.body().clone();
        bent[bent.length / 2] ^= 1;
        Sealed claimed = sealed.withHeader("Content-Digest", Digest.of(sealed.body()));
        assertThat(error(terminal.submit(claimed, bent))).isEqualTo("400 digest-wrong");
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void anUnreadableSubmissionIsKeptForInspectionAndBlocksNothing() {
        Sealed sealed = terminal.sealed(APPLICATION);
        assertThat(error(terminal.submit(sealed.withBentPart(0)))).isEqualTo("400 unreadable");
        JsonNode kept =
                json(terminal.control("GET", "/control/quarantine", Map.of())).path("quarantine");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).path("id").asText()).isEqualTo(sealed.id().toString());
        assertThat(terminal.ledger()).isEmpty();
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void aManifestTheTerminalDidNotSignIsRefusedWhicheverByteWasChanged() {
        Sealed sealed = terminal.sealed(APPLICATION);
        assertThat(error(terminal.submit(sealed.withBentManifest(SEALED_AT)))).isEqualTo("400 signature-wrong");
        assertThat(error(terminal.submit(sealed.withBentManifest(sealed.manifest().length - 1))))
                .isEqualTo("400 signature-wrong");
        assertThat(terminal.ledger()).isEmpty();
    }

    @Test
    void aSubmissionThatSaysSomethingElseThanItsManifestIsUnreadable() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        Sealing.About about = terminal.about(id, json, new UUID(0, 0), new UUID(0, 0));
        assertThat(error(terminal.submit(terminal.seal(about, json.put("number", "K01-999999"), n -> false))))
                .isEqualTo("400 unreadable");
    }

    @Test
    void aManifestUnderAnotherIdOrOfAnotherTerminalWasSpoiltOnTheWayAndIsNotKept() {
        Sealed sealed = terminal.sealed(APPLICATION);
        Sealed other =
                new Sealed(UUID.randomUUID(), sealed.headers(), sealed.manifest(), sealed.parts(), sealed.uploaded());
        assertThat(error(terminal.submit(other))).isEqualTo("400 bad-request");
        assertThat(error(enrolled("T0002").submit(sealed))).isEqualTo("400 bad-request");
        assertThat(error(terminal.submit(other.withBentManifest(SEALED_AT)))).isEqualTo("400 signature-wrong");
        assertThat(json(terminal.control("GET", "/control/quarantine", Map.of()))
                        .path("quarantine"))
                .isEmpty();
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void whatFollowsTheLastPartIsNotOverlooked() {
        Sealed sealed = terminal.sealed(APPLICATION);
        byte[] longer = Arrays.copyOf(sealed.body(), sealed.body().length + 1);
        assertThat(error(terminal.submit(sealed, longer))).isEqualTo("400 unreadable");
    }

    @Test
    void aBodyBeyondTheBoundIsRefused() {
        Sealed sealed = terminal.sealed(APPLICATION);
        assertThat(error(terminal.submit(sealed, new byte[1024 * 1024 + 1]))).isEqualTo("413 too-large");
    }

    @Test
    void scannedPagesArriveAsTheyWereSent() {
        byte[] page = new byte[100_000];
        Arrays.fill(page, (byte) 7);
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 2);
        Sealed sealed = terminal.seal(id, json, new Page("lease", 1, page), new Page("lease", 2, page));
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
        JsonNode opened = json(terminal.control("GET", "/control/submissions/" + id, Map.of()));
        assertThat(opened.path("pages").findValuesAsText("bytes")).containsExactly("100000", "100000");
        assertThat(opened.path("fields").path("phone").asText()).isEqualTo("13800000000");
        assertThat(opened.path("submission")).isEqualTo(json);
    }

    @Test
    void aPageThatIsMissingMakesTheContainerUnreadable() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 2);
        Sealed sealed = terminal.seal(id, json, new Page("lease", 1, new byte[10]));
        assertThat(error(terminal.submit(sealed))).isEqualTo("400 unreadable");
    }

    @Test
    void malformedHeadersAreRefused() {
        Sealed sealed = terminal.sealed(APPLICATION);
        assertThat(error(terminal.submit(sealed.withHeader("Content-Type", "text/plain"))))
                .isEqualTo("415 bad-type");
        assertThat(error(terminal.submit(sealed.withHeader("Citizen-Waits", "yes"))))
                .isEqualTo("400 bad-request");
        assertThat(error(new Terminal(platform, "not a terminal").submit(sealed)))
                .isEqualTo("400 bad-request");
        assertThat(error(terminal.submit(terminal.sealed(Map.of("item", "tax.magic", "kind", "application")))))
                .isEqualTo("404 unknown-item");
        assertThat(error(terminal.submit(
                        terminal.sealed(Map.of("item", "public-security.no-criminal-record", "kind", "certificate")))))
                .isEqualTo("404 unknown-item");
    }
}
