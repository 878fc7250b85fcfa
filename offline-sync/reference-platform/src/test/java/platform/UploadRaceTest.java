package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Pieces.offset;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import platform.Terminal.Page;

/** A part stays right whoever sends pieces of it at one moment: a terminal that was restarted, a line that is not dead yet. */
class UploadRaceTest extends PlatformTest {
    private static final int LONG = 200_000;
    private static final int AT_ONCE = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @AfterEach
    void rest() {
        threads.shutdownNow();
    }

    /** The terminal at the node of that number; there may be one only. */
    Terminal node(int number) {
        return terminal;
    }

    private Sealed large() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 1);
        byte[] content = new byte[LONG];
        new Random(3).nextBytes(content);
        return terminal.sealLarge(id, json, new Page("lease", 1, content));
    }

    private interface Deed {
        HttpResponse<byte[]> of(int number);
    }

    private List<HttpResponse<byte[]>> atOnce(Deed deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Future<HttpResponse<byte[]>>> coming = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int number = i;
            coming.add(threads.submit(() -> {
                start.await();
                return deed.of(number);
            }));
        }
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        for (Future<HttpResponse<byte[]>> each : coming) {
            answers.add(each.get());
        }
        return answers;
    }

    private static long reached(HttpResponse<byte[]> answer) {
        return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    @Test
    void ofPiecesFromOneOffsetAtOneMomentOneIsTakenAndTheOthersAreToldWhereItGoesOn() throws Exception {
        Sealed sealed = large();
        int at = 0;
        for (int round = 0; round < 5; round++) {
            int from = at;
            List<HttpResponse<byte[]>> answers =
                    atOnce(i -> new Pieces(node(i), sealed, 1).send(from, from + 10_000 + 100 * i));
            TreeSet<Long> places = new TreeSet<>();
            answers.forEach(it -> places.add(reached(it)));
            assertThat(places).hasSize(1);
            assertThat(answers.stream().filter(it -> it.statusCode() == 204)).hasSize(1);
            assertThat(answers.stream().filter(it -> it.statusCode() == 409)).hasSize(AT_ONCE - 1);
            at = places.first().intValue();
        }
        Pieces rest = new Pieces(node(1), sealed, 1);
        assertThat(offset(rest.send(at, rest.part().length))).isEqualTo("204 " + rest.part().length + " ?1");
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void aPieceThatComesSlowlyIsOvertakenAndSpoilsNothing() {
        Sealed sealed = large();
        Pieces pieces = new Pieces(node(1), sealed, 1);
        int length = pieces.part().length;
        try (SlowPiece half = new SlowPiece(new Pieces(terminal, sealed, 1), 0, 90_000);
                SlowPiece last = new SlowPiece(new Pieces(terminal, sealed, 1), 0, length)) {
            half.send(40_000);
            last.send(50_000);
            assertThat(offset(pieces.send(0, 70_000))).isEqualTo("204 70000 ?0");
            assertThat(half.end()).isEqualTo("409 70000");
            assertThat(offset(pieces.send(70_000, length))).isEqualTo("204 " + length + " ?1");
            assertThat(last.end()).isEqualTo("204 " + length);
        }
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void aLineThatDiesAfterItsPieceWasOvertakenTakesNothingBack() {
        Sealed sealed = large();
        Pieces pieces = new Pieces(node(1), sealed, 1);
        new SlowPiece(new Pieces(terminal, sealed, 1), 0, 90_000).send(40_000).close();
        long at = 0;
        while (at < pieces.part().length) {
            at = reached(pieces.send((int) at, (int) Math.min(pieces.part().length, at + 5_000)));
        }
        assertThat(offset(pieces.progress())).isEqualTo("204 " + pieces.part().length + " ?1");
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void theSameManifestAtOneMomentGetsOneReceiptThoughItsPartsGoWithTheFirst() throws Exception {
        for (int round = 0; round < 3; round++) {
            Sealed sealed = large();
            new Pieces(terminal, sealed, 1).sendAll();
            List<HttpResponse<byte[]>> answers = atOnce(i -> node(i).submit(sealed));
            assertThat(answers.stream().map(HttpResponse::statusCode).filter(it -> it != 429))
                    .containsOnly(200, 201)
                    .containsOnlyOnce(201);
            assertThat(answers.stream()
                            .filter(it -> it.statusCode() != 429)
                            .map(Terminal::text)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void partsThatComeOnceMoreAfterTheReceiptGoWithItsRepetition() {
        Sealed sealed = large();
        Pieces pieces = new Pieces(terminal, sealed, 1);
        pieces.sendAll();
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
        pieces.sendAll();
        assertThat(pieces.progress().statusCode()).isEqualTo(204);
        assertThat(node(1).submit(sealed).statusCode()).isEqualTo(200);
        assertThat(pieces.progress().statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRefusedForGoodLeavesNoParts() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, Map.of("item", "tax.window-tax", "kind", "application"));
        Sealed sealed = terminal.sealLarge(id, json, new Page("lease", 1, new byte[LONG]));
        Pieces pieces = new Pieces(terminal, sealed, 1);
        assertThat(json(terminal.submit(sealed)).path("error").asText()).isEqualTo("parts-missing");
        pieces.sendAll();
        assertThat(error(terminal.submit(sealed))).isEqualTo("404 unknown-item");
        assertThat(pieces.progress().statusCode()).isEqualTo(404);
    }
}
