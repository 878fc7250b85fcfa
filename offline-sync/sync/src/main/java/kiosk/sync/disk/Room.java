package kiosk.sync.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The space the store needs. Below the floor nothing more is taken in; and because on a full disk not even a delivered entry can be
 * let go, a ballast file holds some space back that is thrown overboard then.
 */
public final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final long floor;
    private final Path ballast;
    private final long ballastBytes;
    private final AtomicBoolean thrown = new AtomicBoolean();

    /** What needs some space. */
    public interface Attempt<T> {
        T once() throws SQLException;
    }

    /** The room on the disk of that folder. */
    public Room(Path folder, long floor, long ballastBytes) {
        this.folder = folder;
        this.floor = floor;
        this.ballast = folder.resolve("ballast");
        this.ballastBytes = ballastBytes;
        load();
    }

    /** Does it, and where the disk is full once more without the ballast. */
    public <T> T evenWhereItIsFull(Attempt<T> attempt) throws SQLException {
        try {
            return attempt.once();
        } catch (SQLException e) {
            if (!forWantOfSpace(e)) {
                throw e;
            }
            throwBallast();
            return attempt.once();
        }
    }

    /** Where the index of the log finds no space SQLite says that the disk fails, or that the file cannot be opened. */
    private boolean forWantOfSpace(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        boolean fails = code == SQLiteErrorCode.SQLITE_IOERR.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code;
        return code == SQLiteErrorCode.SQLITE_FULL.code || (fails && full(PIECE));
    }

    /** Whether there is space to take something in; an unreadable disk has none. */
    public boolean enough() {
        return enough(0);
    }

    /** Whether there is space to take so many bytes in. */
    public boolean enough(long bytes) {
        if (thrown.get() && usable() - 2 * ballastBytes >= floor && thrown.getAndSet(false)) {
            load();
        }
        return usable() - bytes >= floor;
    }

    /** Whether the disk is as good as full, whatever the floor. */
    public boolean full(long bytes) {
        return usable() < bytes;
    }

    /** Frees what was held back; it is held back again once there is space for it. */
    public void throwBallast() {
        try {
            thrown.set(true);
            LOG.error("the disk is full; ballast thrown: {}", Files.deleteIfExists(ballast));
        } catch (IOException e) {
            LOG.error("the ballast cannot be deleted");
        }
    }

    private long usable() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    private void load() {
        if (ballastBytes == 0 || Files.exists(ballast)) {
            return;
        }
        if (usable() - ballastBytes < floor) {
            thrown.set(true);
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            byte[] piece = new byte[PIECE];
            for (long written = 0; written < ballastBytes; written += PIECE) {
                file.write(piece);
            }
        } catch (IOException e) {
            LOG.warn("no ballast could be loaded");
            throwBallast();
        }
    }
}
