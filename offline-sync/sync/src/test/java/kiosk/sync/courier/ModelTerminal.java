package kiosk.sync.courier;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;

/** A terminal with its real queue on a disk and its real rounds, whose ways to the platform take virtual time. */
final class ModelTerminal implements AutoCloseable {
    private static final Signer SIGNER = Sm2Secret.fresh(new SecureRandom());
    private static final Limits LIMITS = new Limits(0, 256L << 20, 0);
    private static final int MOST_STEPS = 3_000;

    final VirtualTime time;
    final FarEnd farEnd;
    final ModelLine line;
    Store store;
    SqliteOutbox outbox;
    Rounds rounds;
    /** How many steps were taken without any time going by, where they were too many. */
    int stepsInVain;

    private final Path folder;
    private final KeyShelf shelf;
    private final Random random;
    private final Duration spread;
    private int life;
    int doubts;
    private long wake;

    ModelTerminal(Path folder, KeyShelf shelf, ModelLine line, FarEnd farEnd, Life life) {
        this.folder = folder;
        this.shelf = shelf;
        this.line = line;
        this.farEnd = farEnd;
        this.time = life.time();
        this.random = life.random();
        this.spread = life.spread();
        open();
    }

    /** What moves it. */
    record Life(VirtualTime time, Random random, Duration spread) {}

    private void open() {
        store = Store.open(folder, LIMITS, time);
        outbox = new SqliteOutbox(store, new Sealer(shelf, () -> SIGNER), HolderMarks.of(new byte[32]), "K001", time);
        Courier.Admission admission = new Courier.Admission() {
            @Override
            public boolean granted() {
                return true;
            }

            @Override
            public void doubted() {
                doubts++;
            }
        };
        rounds = new Rounds(
                new Courier.Ends(store, new SqlitePrints(store, time), farEnd, admission, new Bandwidth(time::nanos)),
                time.times(),
                Backoff.usual(random),
                spread);
        life++;
    }

    /** The process ends wherever it is, what was under way is not heard of again, and a new one begins. */
    void crash() {
        store.close();
        open();
        ring();
    }

    /** Something happened that may give the courier something to do. */
    void ring() {
        int steps = 0;
        for (Optional<Errand> next = rounds.next(); next.isPresent(); next = rounds.next()) {
            setOut(next.get());
            steps++;
            if (steps > MOST_STEPS) {
                stepsInVain = steps;
                return;
            }
        }
        long mine = ++wake;
        int now = life;
        time.after(rounds.rest(), () -> {
            if (mine == wake && now == life) {
                ring();
            }
        });
    }

    private void setOut(Errand errand) {
        try {
            line.took = Duration.ZERO;
            Runnable end = errand.go();
            int now = life;
            time.after(line.took, () -> {
                if (now == life) {
                    end.run();
                    ring();
                }
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
