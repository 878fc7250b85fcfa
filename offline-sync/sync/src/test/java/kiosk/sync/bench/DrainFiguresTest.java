package kiosk.sync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kiosk.contracts.bench.SideBySide;
import kiosk.contracts.bench.SideBySide.Way;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long it takes until a thousand that waited are delivered, in one pass, to the reference platform over the loopback: from the moment the
 * terminal noticed that the line is restored, with its hello, until the last receipt is kept. What the others need not do, to notice it, is
 * measured apart: {@code firstOutMillis} is the longest it took from the line's return until one was delivered. Beside it in turns, each time with as many others of the same kind that are sealed already: a bare {@code java.net.http} client that puts
 * their bytes and looks at the status, and the queues of others, which put them with that client, until they too have taken off
 * the last. Everybody has up to four on their way
 * at a time, over the same kind of connection to the same platform. The unit is one pass: a drain at 0.8 of the bare rate is a ratio of 1.25.
 */
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DrainFiguresTest {
    private static final int WAITING = 1000;
    /** Until the compiler has seen both often enough: it has something to do for as long as that. */
    private static final int WARM_UP = 8;

    private static final int ROUNDS = 5;

    private final AtomicLong firstOut = new AtomicLong();
    private Path folder;
    private Line line;

    @BeforeEach
    void connect() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "drain")
                .toAbsolutePath();
        line = new Line(folder);
    }

    @AfterEach
    void clear() throws IOException {
        line.close();
        Folders.delete(folder);
    }

    @Test
    void besideABareClient() throws Exception {
        measure("drain", Map.of(), this::bareClient);
    }

    @Test
    void besideDbScheduler() throws Exception {
        besideAnother("drain-vs-db-scheduler", Which.DB_SCHEDULER);
    }

    @Test
    void besideTransactionOutbox() throws Exception {
        besideAnother("drain-vs-transaction-outbox", Which.TRANSACTION_OUTBOX);
    }

    private void besideAnother(String name, Which other) throws Exception {
        WhatOneWrites another = WhatOneWrites.of(other, Files.createDirectory(folder.resolve("traced")));
        AtomicLong round = new AtomicLong();
        measure(name, Map.of("durable", another.durable()), () -> {
            Path own = Files.createDirectory(folder.resolve("round-" + round.incrementAndGet()));
            return another(other, own);
        });
    }

    private void measure(String name, Map<String, Object> known, Way bare) throws Exception {
        Map<String, Object> also = new LinkedHashMap<>(known);
        also.put("waiting", WAITING);
        also.put("inFlight", Line.IN_FLIGHT);
        also.put("firstOutMillis", firstOut);
        new SideBySide(name, WARM_UP, ROUNDS, also).measure(this::ours, bare);
        Map<String, Long> ledger = line.ledger();
        assertThat(line.handedIn())
                .hasSize((WARM_UP + ROUNDS) * WAITING)
                .allMatch(it -> ledger.getOrDefault(it.id().toString(), 0L) == 1);
    }

    private long ours() throws InterruptedException {
        line.fill(WAITING);
        Line.Drained drained = line.drain();
        firstOut.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(drained.first()), Math::max);
        return drained.all();
    }

    private long bareClient() throws Exception {
        Map<SubmissionId, Sealed.Put> all = line.sealed(WAITING);
        ExecutorService inFlight = Executors.newFixedThreadPool(Line.IN_FLIGHT);
        List<Callable<Object>> each = all.entrySet().stream()
                .map(it -> Executors.callable(
                        () -> line.bring(it.getKey().toString(), it.getValue().body())))
                .toList();
        try {
            long begun = System.nanoTime();
            for (Future<Object> brought : inFlight.invokeAll(each)) {
                brought.get();
            }
            return System.nanoTime() - begun;
        } finally {
            inFlight.shutdown();
        }
    }

    private long another(Which which, Path own) throws Exception {
        CountDownLatch left = new CountDownLatch(WAITING);
        Carrier carrier = (id, body) -> {
            line.bring(id, body);
            left.countDown();
        };
        try (Peer peer = which.open(own, carrier)) {
            for (Map.Entry<SubmissionId, Sealed.Put> each : line.sealed(WAITING).entrySet()) {
                peer.enqueue(each.getKey(), each.getValue());
            }
            peer.ready();
            long begun = System.nanoTime();
            peer.drain();
            assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
            Line.until(() -> isEmpty(peer));
            return System.nanoTime() - begun;
        }
    }

    private static boolean isEmpty(Peer peer) {
        try {
            return peer.left() == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
