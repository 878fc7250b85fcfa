package kiosk.emulators.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The far end of a serial cable: the master side of a pseudo terminal. The program under test opens {@link #path()} as its serial
 * port. The path is a link that stays the same while the cable is pulled and plugged, so that {@code kiosk.yaml} can name it.
 * Bytes go through as they are, at any speed. All methods may be called from any thread.
 */
public final class Pty implements AutoCloseable {
    private static final int SLICE_MILLIS = 10;

    private final Path link;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private @Nullable PtyEnds ends;
    private volatile boolean closed;

    private Pty(Path link) {
        this.link = link;
    }

    /** A cable that is plugged in, under a path of its own in the folder for temporary files. */
    public static Pty open() {
        return at(Path.of(System.getProperty("java.io.tmpdir"), "tty-" + UUID.randomUUID()));
    }

    /** A cable that is plugged in under that path; a link left there by an earlier run is replaced. */
    public static Pty at(Path link) {
        Pty pty = new Pty(link.toAbsolutePath());
        pty.cableIn();
        return pty;
    }

    /** What the program under test opens as its serial port. */
    public String path() {
        return link.toString();
    }

    /** Pulls the cable: the path is gone, and whoever has it open is hung up on. Twice is harmless. */
    public void cableOut() {
        life.writeLock().lock();
        try {
            Files.deleteIfExists(link);
            if (ends != null) {
                ends.close();
            }
            ends = null;
        } catch (IOException e) {
            throw new UncheckedIOException("the link of the serial port cannot be removed", e);
        } finally {
            life.writeLock().unlock();
        }
    }

    /** Plugs the cable in again, behind the same path. Twice is harmless. */
    public void cableIn() {
        life.writeLock().lock();
        try {
            if (ends == null && !closed) {
                ends = PtyEnds.open();
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, Path.of(ends.slavePath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the link of the serial port cannot be made", e);
        } finally {
            life.writeLock().unlock();
        }
    }

    /** The speed the program under test has set; 0 while the cable is out or where it is none of the usual ones. */
    public int baud() {
        life.readLock().lock();
        try {
            return ends == null ? 0 : ends.baud();
        } finally {
            life.readLock().unlock();
        }
    }

    /**
     * Reads what has come, as much as fits, and waits for the first byte so long at most.
     *
     * @return how many bytes; 0 if none came in time (nothing comes while the cable is out); -1 after {@link #close()}
     */
    public int read(byte[] into, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        int got = slice(into);
        while (got == 0 && System.nanoTime() < end) {
            got = slice(into);
        }
        return got;
    }

    private int slice(byte[] into) {
        life.readLock().lock();
        try {
            if (closed) {
                return -1;
            }
            if (ends != null) {
                return ends.read(into, SLICE_MILLIS);
            }
        } finally {
            life.readLock().unlock();
        }
        LockSupport.parkNanos(Duration.ofMillis(SLICE_MILLIS).toNanos());
        return 0;
    }

    /**
     * Sends the bytes. What is sent while the cable is out is lost, and so is the rest of what the other end has not taken within
     * that time. Writers wait for each other.
     *
     * @return whether all of it went into the cable
     */
    public boolean write(byte[] bytes, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (writing) {
            int sent = 0;
            while (sent < bytes.length) {
                int more = writeSlice(bytes, sent);
                if (more < 0 || (more == 0 && System.nanoTime() > end)) {
                    return false;
                }
                sent += more;
            }
        }
        return true;
    }

    private int writeSlice(byte[] bytes, int start) {
        life.readLock().lock();
        try {
            return ends == null ? -1 : ends.write(bytes, start, SLICE_MILLIS);
        } finally {
            life.readLock().unlock();
        }
    }

    /** Sends the bytes, with a second's patience. */
    public boolean write(byte[] bytes) {
        return write(bytes, Duration.ofSeconds(1));
    }

    /** Pulls the cable for good. */
    @Override
    public void close() {
        closed = true;
        cableOut();
    }
}
