package kiosk.emulators.escpos;

import java.time.Duration;

/** The printer's end of whatever the bytes come by. */
interface Carrier extends AutoCloseable {
    /** Where the kiosk finds it, as {@code kiosk.yaml} names it. */
    String address();

    /** Reads what has come, waiting so long at most; 0 if nothing came. */
    int read(byte[] into, Duration wait);

    void write(byte[] bytes);

    void cableOut();

    void cableIn();

    @Override
    void close();
}
