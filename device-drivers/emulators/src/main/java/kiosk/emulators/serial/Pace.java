package kiosk.emulators.serial;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast bytes go over a serial line: ten bits a byte (one start, eight data, one stop). A pseudo terminal knows no speed, so
 * whoever plays a device on it keeps the pace himself.
 */
public final class Pace {
    private static final int BITS_A_BYTE = 10;
    private static final int CHUNK = 64;

    private final int baud;

    private Pace(int baud) {
        this.baud = baud;
    }

    /** The pace of that speed. */
    public static Pace of(int baud) {
        if (baud < 1) {
            throw new IllegalArgumentException("a speed is at least one baud");
        }
        return new Pace(baud);
    }

    /** No pace at all: as fast as the machine goes, for tests. */
    public static Pace none() {
        return new Pace(0);
    }

    /** The time so many bytes are on the wire; zero without a pace. */
    public Duration timeOf(long bytes) {
        return baud == 0 ? Duration.ZERO : wireTime(bytes, baud);
    }

    /** The time so many bytes are on a wire of that speed. */
    public static Duration wireTime(long bytes, int baud) {
        return Duration.ofNanos(bytes * BITS_A_BYTE * 1_000_000_000L / baud);
    }

    /** Waits as long as bytes that have come by pseudo terminal would still have been under way. */
    public void received(int bytes) {
        parkUntil(System.nanoTime() + timeOf(bytes).toNanos());
    }

    /** Sends the bytes no faster than the line would carry them; says whether all went into the cable. */
    public boolean send(Pty pty, byte[] bytes) {
        if (baud == 0) {
            return pty.write(bytes);
        }
        long start = System.nanoTime();
        for (int sent = 0; sent < bytes.length; sent += CHUNK) {
            int end = Math.min(bytes.length, sent + CHUNK);
            parkUntil(start + timeOf(end).toNanos());
            if (!pty.write(Arrays.copyOfRange(bytes, sent, end))) {
                return false;
            }
        }
        return true;
    }

    private static void parkUntil(long end) {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
