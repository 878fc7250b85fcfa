package kiosk.sync.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import kiosk.submission.Outbox.Why;
import kiosk.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the largest submission could be taken in now, known before anybody fills one in. It closes while there is still room for what is
 * being filled in. A disk that is mounted read-only, or has no file left to give, shows free space all the same: so it is also tried by
 * writing and reading back, now and then while it is open, when it did not give something, and at each look while it is shut. So it opens
 * by itself when there is room again, or the disk works.
 */
public final class Gate {
    /** All the pages that a submission may have, sealed, and the row and the log that go with them. */
    public static final long LARGEST = Submission.MOST_PAGE_BYTES + (4L << 20);

    /** A submission without large pages, and the log that goes with it. */
    private static final long SOME = 2L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long TRIED_EVERY = TimeUnit.SECONDS.toNanos(30);

    private final Room room;
    private final long mostBytes;
    private final Trial trial;
    private final LongSupplier nanoTime;
    private boolean proven;
    private long provenAt;

    /** Writes something small, syncs it and reads it back, in the places where submissions are written. */
    public interface Trial {
        /**
         * Returns when it is safe on the disk.
         *
         * @throws IOException if the disk does not give or take it
         * @throws UncheckedIOException if the database does not
         */
        void write() throws IOException;
    }

    /**
     * A gate before that room.
     *
     * @param mostBytes how large the database may grow
     */
    public Gate(Room room, long mostBytes, Trial trial, LongSupplier nanoTime) {
        this.room = room;
        this.mostBytes = mostBytes;
        this.trial = trial;
        this.nanoTime = nanoTime;
    }

    /**
     * Why nothing is to be begun now; waits for the disk where it is tried.
     *
     * @param usedBytes how large the database is, but for what it can use again
     * @param doubted whether something failed that makes another trial due
     */
    public synchronized Optional<Why> closed(long usedBytes, boolean doubted) {
        if (mostBytes - usedBytes < LARGEST || !room.enough(LARGEST)) {
            proven = false;
            boolean some = mostBytes - usedBytes >= SOME && room.enough(SOME);
            return Optional.of(some ? Why.NEARLY_FULL : Why.FULL);
        }
        if (doubted || !proven || nanoTime.getAsLong() - provenAt > TRIED_EVERY) {
            proven = tried();
        }
        return proven ? Optional.empty() : Optional.of(Why.BROKEN);
    }

    /** Something could not be taken in: the next look tries the disk. */
    public synchronized void doubt() {
        proven = false;
    }

    private boolean tried() {
        try {
            trial.write();
            provenAt = nanoTime.getAsLong();
            return true;
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the disk fails: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
