package kiosk.sync.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /** The room on the disk of that folder. */
    public Room(Path folder, long floor, long ballastBytes) {
        this.folder = folder;
        this.floor = floor;
        this.ballast = folder.resolve("ballast");
        load(ballastBytes);
    }

    /** Whether there is space to take something in; an unreadable disk has none. */
    public boolean enough() {
        return enough(0);
    }

    /** Whether there is space to take so many bytes in. */
    public boolean enough(long bytes) {
        return usable() - bytes >= floor;
    }

    /** Whether the disk is as good as full, whatever the floor. */
    public boolean full(long bytes) {
        return usable() < bytes;
    }

    /** Frees what was held back. */
    public void throwBallast() {
        try {
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

    private void load(long bytes) {
        if (bytes == 0 || Files.exists(ballast) || usable() - bytes < floor) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            byte[] piece = new byte[PIECE];
            for (long written = 0; written < bytes; written += PIECE) {
                file.write(piece);
            }
        } catch (IOException e) {
            LOG.warn("no ballast could be loaded");
        }
    }
}
