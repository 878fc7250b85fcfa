package kiosk.drivers.escpos;

import java.time.Duration;
import kiosk.drivers.serial.LineFailure;

/** What carries the bytes to a printer and back. Opens when first asked, and again after it broke; one thread at a time. */
interface Wire extends AutoCloseable {
    /** Opens the wire if it is not open. Answers whether it had to be opened. */
    boolean open() throws LineFailure, InterruptedException;

    /** Sends all bytes within that time. */
    void write(byte[] bytes, Duration patience) throws LineFailure, InterruptedException;

    /** Reads what has come, as much as fits, and waits so long at most for the first byte; 0 if none came. */
    int read(byte[] into, Duration wait) throws LineFailure, InterruptedException;

    /** How long so many bytes are on the way. */
    Duration timeFor(int bytes);

    @Override
    void close();
}
