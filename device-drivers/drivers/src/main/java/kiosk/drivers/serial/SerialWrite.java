package kiosk.drivers.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.Arrays;

/**
 * One write with a deadline. The native library blocks for as long as the far end takes nothing, whatever its time-outs say; so
 * the bytes go in small pieces from a thread of their own, and at the deadline the output buffer is emptied, which lets the piece
 * that is stuck slip through and the thread end.
 */
final class SerialWrite {
    private static final int PIECE = 512;
    private static final long UNSTICKING_MILLIS = 20;
    private static final int UNSTICKINGS = 10;

    private final SerialPort port;
    private final byte[] bytes;
    private volatile boolean stopped;
    private volatile boolean hungUp;
    private volatile int written;

    SerialWrite(SerialPort port, byte[] bytes) {
        this.port = port;
        this.bytes = bytes;
    }

    /** How a write ended. */
    enum End {
        GONE,
        STUCK,
        HUNG_UP
    }

    int written() {
        return written;
    }

    End within(Duration patience) throws InterruptedException {
        Thread writer = new Thread(this::writePieces, "serial-write");
        writer.setDaemon(true);
        writer.start();
        try {
            writer.join(Math.max(1, patience.toMillis()));
        } finally {
            unstick(writer);
        }
        if (hungUp) {
            return End.HUNG_UP;
        }
        return written == bytes.length ? End.GONE : End.STUCK;
    }

    private void writePieces() {
        int sent = 0;
        while (!stopped && !hungUp && sent < bytes.length) {
            byte[] piece = Arrays.copyOfRange(bytes, sent, Math.min(bytes.length, sent + PIECE));
            int more = port.writeBytes(piece, piece.length);
            hungUp = more <= 0;
            if (!stopped && !hungUp) {
                sent += more;
                written = sent;
            }
        }
    }

    private void unstick(Thread writer) throws InterruptedException {
        stopped = true;
        for (int i = 0; i < UNSTICKINGS && writer.isAlive(); i++) {
            port.flushIOBuffers();
            writer.join(UNSTICKING_MILLIS);
        }
    }
}
