package kiosk.drivers.escpos;

import java.time.Duration;
import kiosk.drivers.serial.LineFailure;
import kiosk.drivers.serial.SerialLine;

/** A serial cable. */
final class SerialWire implements Wire {
    private static final int BITS_A_BYTE = 10;

    private final SerialLine line;
    private final int baud;

    SerialWire(String port, int baud) {
        this.line = new SerialLine(port, baud);
        this.baud = baud;
    }

    @Override
    public boolean open() throws LineFailure {
        return line.open();
    }

    @Override
    public void write(byte[] bytes, Duration patience) throws LineFailure, InterruptedException {
        line.write(bytes, patience);
    }

    @Override
    public int read(byte[] into, Duration wait) throws LineFailure, InterruptedException {
        return line.read(into, wait);
    }

    @Override
    public Duration timeFor(int bytes) {
        return Duration.ofMillis(1000L * bytes * BITS_A_BYTE / baud);
    }

    @Override
    public void close() {
        line.close();
    }
}
