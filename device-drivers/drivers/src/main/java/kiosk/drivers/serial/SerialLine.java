package kiosk.drivers.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import kiosk.device.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One serial port by its configured path: eight data bits, no parity, one stop bit, no flow control. Opens when first asked,
 * notices that the cable was pulled, closes then, and opens again when asked the next time. Not for two threads at once: the
 * driver's lock guards it.
 *
 * <p>Reads never block in the native library: it is asked every one to ten milliseconds, so that each deadline is kept to the
 * millisecond and an interrupt is seen at once (blocking reads know only tenths of a second, and a listener floods with
 * disconnect events once the cable is out).
 */
public final class SerialLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);
    private static final int ERRNO_NO_PERMISSION = 13;
    private static final long SHORTEST_PAUSE = 1_000_000;
    private static final long LONGEST_PAUSE = 10_000_000;

    private final String path;
    private int baud;
    private @Nullable SerialPort port;

    /** A line that is not open yet. */
    public SerialLine(String path, int baud) {
        this.path = path;
        this.baud = baud;
    }

    /** Opens the port if it is not open; what came before is dropped. Returns whether it had to be opened. */
    public boolean open() throws LineFailure {
        if (port != null) {
            return false;
        }
        SerialPort opening = find();
        opening.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        opening.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!opening.openPort(0)) {
            throw refusal(opening);
        }
        port = opening;
        drop();
        LOG.info("serial line open at {} baud", baud);
        return true;
    }

    private SerialPort find() throws LineFailure {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException noSuchPort) {
            throw new LineFailure(Fault.Cause.NOT_CONNECTED, "no such port");
        }
    }

    private LineFailure refusal(SerialPort refusing) {
        if (!Files.exists(Path.of(path))) {
            return new LineFailure(Fault.Cause.NOT_CONNECTED, "no such port");
        }
        String code = "open errno " + refusing.getLastErrorCode();
        return refusing.getLastErrorCode() == ERRNO_NO_PERMISSION
                ? new LineFailure(Fault.Cause.MISCONFIGURED, code)
                : new LineFailure(Fault.Cause.BUSY, code);
    }

    /** Speaks at another speed from the next opening on; an open port is closed. */
    public void changeBaud(int newBaud) {
        close();
        baud = newBaud;
    }

    /**
     * Reads what has come, as much as fits, and waits so long at most for the first byte.
     *
     * @return how many bytes; 0 if none came in time
     * @throws LineFailure if the cable is out; the port is closed then
     */
    public int read(byte[] into, Duration wait) throws LineFailure, InterruptedException {
        Deadline deadline = Deadline.in(wait);
        long pause = SHORTEST_PAUSE;
        int got = readNow(into);
        while (got == 0 && !deadline.isOver()) {
            LockSupport.parkNanos(Math.min(pause, deadline.left().toNanos()));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pause = Math.min(LONGEST_PAUSE, pause + pause / 50);
            got = readNow(into);
        }
        return got;
    }

    /** Reads exactly so many bytes. @throws LineFailure if they are not all there within that time, or the cable is out */
    public byte[] readExactly(int count, Duration wait) throws LineFailure, InterruptedException {
        Deadline deadline = Deadline.in(wait);
        ByteBuffer read = ByteBuffer.allocate(count);
        while (read.hasRemaining()) {
            byte[] part = new byte[read.remaining()];
            int got = read(part, deadline.left());
            if (got == 0) {
                throw new LineFailure(Fault.Cause.NO_ANSWER, "read " + read.position() + "/" + count);
            }
            read.put(part, 0, got);
        }
        return read.array();
    }

    private int readNow(byte[] into) throws LineFailure {
        int got = opened().readBytes(into, into.length);
        if (got < 0) {
            throw hungUp();
        }
        return got;
    }

    /** Throws away what has come and what has not gone yet. */
    public void drop() throws LineFailure {
        if (!opened().flushIOBuffers()) {
            throw hungUp();
        }
    }

    /** Whether the port is open and its cable is in; an open port without a cable is closed. */
    public boolean isAlive() {
        if (port != null && port.bytesAvailable() < 0) {
            close();
        }
        return port != null;
    }

    /** Sends all bytes. @throws LineFailure if the far end does not take them within that time, or the cable is out */
    public void write(byte[] bytes, Duration patience) throws LineFailure, InterruptedException {
        SerialWrite write = new SerialWrite(opened(), bytes);
        switch (write.within(patience)) {
            case GONE -> {}
            case STUCK -> throw new LineFailure(Fault.Cause.NO_ANSWER, "write " + write.written() + "/" + bytes.length);
            case HUNG_UP -> throw hungUp();
        }
    }

    private SerialPort opened() throws LineFailure {
        if (port == null) {
            throw new LineFailure(Fault.Cause.NOT_CONNECTED, "closed");
        }
        return port;
    }

    private LineFailure hungUp() {
        LOG.warn("serial line hung up");
        close();
        return new LineFailure(Fault.Cause.NOT_CONNECTED, "hung up");
    }

    /** Closes the port; it may be opened again. Twice is harmless. */
    @Override
    public void close() {
        if (port != null) {
            port.closePort();
        }
        port = null;
    }
}
