package kiosk.sync.courier;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.TurnableClock;
import kiosk.sync.channel.Trust;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Dispatcher;
import kiosk.sync.wire.Hello;
import kiosk.sync.wire.HttpPlatform;
import kiosk.sync.wire.Reconciliation;
import kiosk.sync.wire.StatusProbe;
import kiosk.sync.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A courier, its queue and an office that says what it is told. */
class Round {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-22T01:15:02Z"));
    final AtomicInteger doubts = new AtomicInteger();
    /** Done whenever it is asked whether the platform lets the terminal in. */
    volatile Runnable atTheDoor = () -> {};

    Office office;
    Wire wire;
    Store store;
    SqliteOutbox outbox;
    SqlitePrints prints;
    HttpPlatform platform;
    Courier courier;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        wire = new Wire(office.address(), "K001", Trust.of(Optional.empty()));
        store = Store.open(folder, new Limits(0, 64 << 20, 0), clock);
        KeyShelf shelf = office.platform.shelf(folder);
        Signer signer = Sm2Secret.fresh(new SecureRandom());
        outbox = new SqliteOutbox(store, new Sealer(shelf, () -> signer), HolderMarks.of(new byte[32]), "K001", clock);
        prints = new SqlitePrints(store, clock);
        platform = new HttpPlatform(wire, new StatusProbe(wire, shelf, Duration.ofHours(1)));
        courier = courier(shelf);
    }

    private Courier courier(KeyShelf shelf) {
        Backoff backoff = new Backoff(Duration.ofSeconds(100), Duration.ofMinutes(5), new Random(5));
        Bandwidth bandwidth = new Bandwidth(clock::nanos);
        FarEnd farEnd = new FarEnd.OnTheWire(
                new Dispatcher(wire, store, shelf, bandwidth),
                new Hello(wire),
                new Reconciliation(wire, shelf),
                platform);
        return new Courier(
                new Courier.Ends(store, prints, farEnd, admission(), bandwidth),
                new Times(clock, clock::nanos),
                backoff,
                Duration.ZERO);
    }

    /** The courier of a process that began with the clock as it is now. */
    void startsAnew() throws IOException {
        courier.close();
        courier = courier(office.platform.shelf(folder));
        courier.start();
    }

    private Courier.Admission admission() {
        return new Courier.Admission() {
            @Override
            public boolean granted() {
                atTheDoor.run();
                return true;
            }

            @Override
            public void doubted() {
                doubts.incrementAndGet();
            }
        };
    }

    @AfterEach
    void close() {
        courier.close();
        wire.close();
        store.close();
        office.close();
    }

    void tryAgain() {
        clock.turn(Duration.ofSeconds(301));
        store.exchange().ring();
    }

    String stateAfter(int attempts, Submission submission) {
        return waiting(attempts, submission).state();
    }

    Instant nextAfter(int attempts, Submission submission) {
        return waiting(attempts, submission).next().orElseThrow();
    }

    /** How an entry stands once that many attempts have failed. */
    Outbox.Waiting waiting(int attempts, Submission submission) {
        SubmissionId id = submission.id();
        String noted = "of=" + id;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            long failed = store.journal().entries(50).stream()
                    .filter(it -> it.event() == 263 && it.figures().startsWith(noted))
                    .count();
            if (failed >= attempts) {
                return outbox.list(50).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("no attempt " + attempts);
    }
}
