package kiosk.emulators.escpos;

import java.time.Duration;
import kiosk.emulators.serial.Pty;

/** A serial cable. */
final class SerialCarrier implements Carrier {
    private final Pty pty;

    SerialCarrier(Pty pty) {
        this.pty = pty;
    }

    @Override
    public String address() {
        return pty.path();
    }

    @Override
    public int read(byte[] into, Duration wait) {
        return Math.max(0, pty.read(into, wait));
    }

    @Override
    public void write(byte[] bytes) {
        pty.write(bytes);
    }

    @Override
    public void cableOut() {
        pty.cableOut();
    }

    @Override
    public void cableIn() {
        pty.cableIn();
    }

    @Override
    public void close() {
        pty.close();
    }
}
