package kiosk.sync.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Opens the store at a start. After a crash there is a log, and whoever reads it (a list of the queue, a copy, a scanner) is in the way
 * of what the start must do first; he is waited for, within a bound. Once the start is over nobody is waited for any more.
 */
public final class PatientOpening implements Reopening.Opening {
    private static final Logger LOG = LoggerFactory.getLogger(PatientOpening.class);
    private static final Duration A_READER_ENDS = Duration.ofMinutes(1);
    private static final long BETWEEN = 100;

    private final Reopening.Opening opening;
    private final long until;
    private volatile boolean starting = true;

    /** One that waits for a minute, counted from now, and has some space even where the disk is full. */
    public static PatientOpening in(Room room, Reopening.Opening opening) {
        return new PatientOpening(() -> room.evenWhereItIsFull(opening::open), A_READER_ENDS);
    }

    /** One that begins to wait now. */
    public PatientOpening(Reopening.Opening opening, Duration patience) {
        this.opening = opening;
        this.until = System.nanoTime() + patience.toNanos();
    }

    /** @throws UncheckedIOException with a sentence for the technician, where somebody is in the way all the time */
    @Override
    public Connection open() throws SQLException {
        boolean said = false;
        while (true) {
            try {
                return opening.open();
            } catch (SQLException e) {
                if (!starting || !somebodyIsInTheWay(e)) {
                    throw e;
                }
                if (System.nanoTime() - until >= 0 || interrupted()) {
                    throw inTheWay(e);
                }
                if (!said) {
                    LOG.warn("another program reads the queue's database; the start waits for it");
                }
                said = true;
            }
        }
    }

    private static boolean somebodyIsInTheWay(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private static UncheckedIOException inTheWay(SQLException e) {
        return new UncheckedIOException(
                "another program reads the queue's database all the time (a list of the queue, a copy, a scanner);"
                        + " end it, and start again",
                new IOException(e));
    }

    private static boolean interrupted() {
        try {
            return new CountDownLatch(1).await(BETWEEN, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The start is over. */
    public void started() {
        starting = false;
    }
}
