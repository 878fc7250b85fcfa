package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.PAYMENT;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.Terminal.Page;
import platform.store.NeedsPostgres;
import platform.store.Postgres;
import platform.wire.Digest;

/** Two nodes on one PostgreSQL behave as one platform. */
@NeedsPostgres
class TwoNodesTest {
    private final String database = Postgres.emptySchema();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @TempDir
    Path keys;

    @TempDir
    Path ofOne;

    @TempDir
    Path ofOther;

    private ReferencePlatform one;
    private ReferencePlatform other;
    private Terminal atOne;
    private Terminal atOther;

    @BeforeEach
    void start() {
        one = ReferencePlatform.start(Plan.in(ofOne).sharing(database, keys));
        other = ReferencePlatform.start(Plan.in(ofOther).sharing(database, keys));
        atOne = new Terminal(one, "T0001");
        atOther = atOne.at(other);
        atOne.enrol("demo");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        one.close();
        other.close();
    }

    private static HttpResponse<byte[]> untilThereIsRoom(Terminal terminal, Sealed sealed) {
        HttpResponse<byte[]> answer = terminal.submit(sealed);
        while (answer.statusCode() == 429) {
            answer = terminal.submit(sealed);
        }
        return answer;
    }

    @Test
    void aReplayToEitherNodeGetsTheIdenticalReceipt() {
        Sealed sealed = atOne.sealed(APPLICATION);
        HttpResponse<byte[]> first = atOne.submit(sealed);
        assertThat(first.statusCode()).isEqualTo(201);
        for (Terminal node : List.of(atOther, atOne)) {
            HttpResponse<byte[]> again = node.submit(sealed);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
        }
        one.close();
        assertThat(atOther.submit(sealed).body()).isEqualTo(first.body());
    }

    @Test
    void deliveriesToBothNodesAtTheSameMomentGetOneReceipt() throws Exception {
        for (int round = 0; round < 10; round++) {
            Sealed sealed = atOne.sealed(APPLICATION);
            CyclicBarrier start = new CyclicBarrier(4);
            List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
            for (Terminal node : List.of(atOne, atOther, atOne, atOther)) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return untilThereIsRoom(node, sealed);
                }));
            }
            Set<String> receipts = new TreeSet<>();
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<byte[]>> answer : answers) {
                receipts.add(Terminal.text(answer.get()));
                statuses.add(answer.get().statusCode());
            }
            assertThat(receipts).hasSize(1);
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        }
        assertThat(atOther.ledger()).hasSize(10);
    }

    @Test
    void aTerminalsChainHasNoGapAndNoForkWhicheverNodeItTalksTo() throws Exception {
        List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Terminal node = i % 2 == 0 ? atOne : atOther;
            Sealed sealed = atOne.sealed(APPLICATION);
            answers.add(threads.submit(() -> untilThereIsRoom(node, sealed)));
        }
        TreeMap<Long, JsonNode> chain = new TreeMap<>();
        Set<String> cases = new TreeSet<>();
        for (Future<HttpResponse<byte[]>> answer : answers) {
            JsonNode receipt = json(answer.get());
            chain.put(receipt.path("ledgerSeq").asLong(), receipt);
            cases.add(receipt.path("caseNumber").asText());
        }
        assertThat(chain).hasSize(20).containsKeys(1L, 20L);
        assertThat(cases).hasSize(20);
        String head = Digest.sm3Text(new byte[32]);
        for (JsonNode receipt : chain.values()) {
            assertThat(receipt.path("previous").asText()).isEqualTo(head);
            head = Digest.sm3Text(Digest.sm3(ReceiptTest.signedLines(receipt)));
        }
    }

    @Test
    void twoTerminalsThatUseOneIdAtTheSameMomentDoNotBothEnterIt() throws Exception {
        Terminal second = new Terminal(other, "T0002");
        second.enrol("demo");
        for (int round = 0; round < 5; round++) {
            UUID id = UUID.randomUUID();
            Sealed ours = atOne.seal(id, atOne.submission(id, APPLICATION));
            Sealed theirs = second.seal(id, second.submission(id, APPLICATION));
            CyclicBarrier start = new CyclicBarrier(2);
            Future<HttpResponse<byte[]>> first = threads.submit(() -> {
                start.await();
                return atOne.submit(ours);
            });
            Future<HttpResponse<byte[]>> last = threads.submit(() -> {
                start.await();
                return second.submit(theirs);
            });
            assertThat(List.of(first.get().statusCode(), last.get().statusCode()))
                    .containsExactlyInAnyOrder(201, 422);
        }
    }

    @Test
    void whatBeginsAtOneNodeGoesOnAtTheOther() {
        UUID id = UUID.randomUUID();
        ObjectNode json = atOne.submission(id, APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 1);
        Sealed sealed = atOne.sealLarge(id, json, new Page("lease", 1, new byte[200_000]));
        Pieces here = new Pieces(atOne, sealed, 1);
        here.send(0, 1000);
        Pieces there = new Pieces(atOther, sealed, 1);
        assertThat(Pieces.offset(there.progress())).isEqualTo("204 1000 ?0");
        there.send(1000, there.part().length);
        assertThat(atOne.submit(sealed).statusCode()).isEqualTo(201);
        Map<String, String> citizen = Map.of("Citizen-Session", atOne.identify());
        assertThat(json(atOther.get("/v1/person/submissions", citizen)).path("submissions"))
                .hasSize(1);
    }

    @Test
    void aKeyTurnedAtOneNodeIsTurnedAtTheOther() {
        Sealed old = atOther.sealed(APPLICATION);
        one.keys().announceNext();
        assertThat(other.keys().rotate()).isTrue();
        one.keys().rotateSign();
        assertThat(atOther.status().path("keys").path("current"))
                .isEqualTo(atOne.status().path("keys").path("current"));
        assertThat(atOther.submit(old).statusCode()).isEqualTo(201);
    }

    @Test
    void settlingAtOneNodeAndRefundingAtTheOtherNeverBothHappenAndNeverNeither() throws Exception {
        Duration longerThanPaid = Duration.ofDays(3).plusSeconds(1);
        for (int round = 0; round < 10; round++) {
            UUID id = UUID.randomUUID();
            Sealed submission = atOne.seal(id, atOne.submission(id, PAYMENT));
            atOne.openOrder(id);
            assertThat(atOther.pay(id).statusCode()).isEqualTo(200);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<HttpResponse<byte[]>> submitted = threads.submit(() -> {
                start.await();
                return atOne.submit(submission);
            });
            Future<?> refunded = threads.submit(() -> {
                start.await();
                return atOther.control("POST", "/control/clock", Map.of("ahead", longerThanPaid.toString()));
            });
            refunded.get();
            boolean isIn = submitted.get().statusCode() == 201;
            assertThat(isIn || error(submitted.get()).equals("410 refunded")).isTrue();
            assertThat(atOne.money(id)).containsExactly("payment", isIn ? "settlement" : "refund");
        }
    }
}
