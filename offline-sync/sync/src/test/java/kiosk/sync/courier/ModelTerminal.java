package kiosk.sync.courier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;

/** A terminal with its real queue on a disk and its real rounds, whose ways to the platform take virtual time. */
final class ModelTerminal implements AutoCloseable {
    private static final Signer SIGNER = Sm2Secret.fresh(new SecureRandom());
    private static final Limits ROOM = new Limits(0, 256L << 20, 0);
    /** Less than there is already: it cannot grow any more. */
    private static final Limits NO_ROOM = new Limits(0, 4096, 0);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final int MOST_STEPS = 3_000;

    final VirtualTime time;
    final FarEnd farEnd;
    final ModelLine line;
    Store store;
    SqliteOutbox outbox;
    Rounds rounds;
    /** How many steps were taken without any time going by, where they were too many. */
    int stepsInVain;

    /** How many steps were taken. */
    int steps;
    /** How often it was started. */
    int life;

    boolean full;
    int doubts;

    private final Path folder;
    private final KeyShelf shelf;
    private final Life own;
    private Duration clockAhead = Duration.ZERO;
    private long wake;

    ModelTerminal(Path folder, KeyShelf shelf, ModelLine line, FarEnd farEnd, Life life) {
        this.folder = folder;
        this.shelf = shelf;
        this.line = line;
        this.farEnd = farEnd;
        this.time = life.time();
        this.own = life;
        open();
    }

    /** What moves it. */
    record Life(String name, VirtualTime time, Random random, int spreadSeconds) {}

    KeyShelf shelf() {
        return shelf;
    }

    private void open() {
        Clock wall = time.wall(() -> clockAhead);
        store = Store.open(folder, full ? NO_ROOM : ROOM, wall);
        outbox = new SqliteOutbox(
                store, new Sealer(shelf, () -> SIGNER), HolderMarks.of(new byte[32]), own.name(), wall);
        line.parts = this::parts;
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
                new Courier.Ends(store, new SqlitePrints(store, wall), farEnd, admission, new Bandwidth(time::nanos)),
                new Times(wall, time::nanos),
                Backoff.usual(own.random()),
                Duration.ofSeconds(own.spreadSeconds()));
        life++;
    }

    /** The process ends wherever it is, what was under way is not heard of again, and a new one begins. */
    void crash(boolean thenFull) {
        store.close();
        line.wishes.forget();
        full = thenFull;
        open();
        ring();
    }

    /** It is told that the platform answers again. */
    void lineIsBack() {
        line.wishes.forget();
        rounds.lineIsBack();
    }

    /** Somebody turns its clock. */
    void turnClock(Duration by) {
        clockAhead = clockAhead.plus(by);
    }

    private List<byte[]> parts(Parcel parcel) {
        List<byte[]> bytes = new ArrayList<>();
        for (Parcel.Piece piece : parcel.load().parts()) {
            try {
                bytes.add(store.parts().piece(piece.file(), 0, (int) piece.length()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /** Something happened that may give the courier something to do. */
    void ring() {
        steps++;
        long mine = ++wake;
        int now = life;
        time.after(turnOrRest(), () -> {
            if (mine == wake && now == life) {
                ring();
            }
        });
    }

    private Duration turnOrRest() {
        try {
            int inOne = 0;
            for (Optional<Errand> next = rounds.next(); next.isPresent(); next = rounds.next()) {
                setOut(next.get());
                inOne++;
                if (inOne > MOST_STEPS) {
                    stepsInVain = inOne;
                    break;
                }
            }
            return rounds.rest();
        } catch (StoreTrouble e) {
            return AFTER_TROUBLE;
        }
    }

    private void setOut(Errand errand) {
        try {
            line.took = Duration.ZERO;
            Runnable end = errand.go();
            int now = life;
            time.after(line.took, () -> {
                if (now == life) {
                    comeBack(end);
                }
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void comeBack(Runnable end) {
        try {
            end.run();
        } catch (StoreTrouble e) {
            steps++;
            time.after(AFTER_TROUBLE, this::ring);
            return;
        }
        ring();
    }

    @Override
    public void close() {
        store.close();
    }
}
