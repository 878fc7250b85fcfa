package kiosk.emulators.scanner;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The data connection of one scan (SANE Standard 1.06, 5.3): waits at a port of its own for the client and sends the page in
 * records, at the pace of the carriage.
 */
final class PageTransfer implements AutoCloseable {
    private static final int ACCEPT_MILLIS = 4000;
    private static final int END_OF_RECORDS = -1;

    private final ScannerBed bed;
    private final SheetBands page;
    private final PageShape shape;
    private final ServerSocket port;
    private final Runnable through;
    private final Runnable death;
    private volatile boolean cancelled;

    /**
     * @param through what happens when the sheet is through, before the client hears of it
     * @param death what happens when saned dies in the middle of the page
     */
    PageTransfer(ScannerBed bed, SheetBands page, PageShape shape, Runnable through, Runnable death)
            throws IOException {
        this.bed = bed;
        this.page = page;
        this.shape = shape;
        this.through = through;
        this.death = death;
        port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port.setSoTimeout(ACCEPT_MILLIS);
    }

    int port() {
        return port.getLocalPort();
    }

    /** Sends the page. */
    void send() {
        try (port;
                Socket client = port.accept()) {
            int status = bands(client.getOutputStream());
            if (status == SaneConversation.EOF) {
                through.run();
            }
            client.getOutputStream().write(record(END_OF_RECORDS));
            client.getOutputStream().write(status);
        } catch (IOException clientGone) {
            // nobody left to send to
        }
    }

    private int bands(OutputStream out) throws IOException {
        long start = System.nanoTime();
        Duration pace = bed.perPage();
        for (int line = 0; line < shape.lines(); line += SheetBands.LINES) {
            if (line > shape.lines() / 2) {
                int status = halfWay(out);
                if (status != SaneConversation.GOOD) {
                    return status;
                }
            }
            if (cancelled) {
                return SaneConversation.CANCELLED;
            }
            byte[] band = page.from(line);
            out.write(record(band.length));
            out.write(band);
            waitUntil(start + pace.toNanos() * (line + SheetBands.LINES) / shape.lines());
        }
        return SaneConversation.EOF;
    }

    /** What may happen in the middle of a page. */
    private int halfWay(OutputStream out) throws IOException {
        if (bed.meets(ScannerBed.Trouble.JAM_AHEAD)) {
            bed.set(ScannerBed.Trouble.JAMMED, true);
            return SaneConversation.JAMMED;
        }
        if (bed.meets(ScannerBed.Trouble.DEATH_AHEAD)) {
            death.run();
            throw new IOException("saned died");
        }
        if (bed.garbles(Garble.LONG_RECORD)) {
            out.write(record(Integer.MAX_VALUE));
            out.write(new byte[shape.bytesPerLine()]);
        }
        while (!cancelled && (bed.garbles(Garble.ENDLESS_RECORDS) || bed.garbles(Garble.EMPTY_RECORDS))) {
            byte[] record = new byte[bed.garbles(Garble.EMPTY_RECORDS) ? 0 : shape.bytesPerLine()];
            out.write(record(record.length));
            out.write(record);
        }
        return bed.garbles(Garble.SHORT_PAGE) ? SaneConversation.EOF : SaneConversation.GOOD;
    }

    private static byte[] record(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    private void waitUntil(long end) {
        for (long rest = end - System.nanoTime(); rest > 0 && !cancelled; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(rest, 20_000_000));
        }
    }

    /** Stops the carriage. */
    @Override
    public void close() {
        cancelled = true;
    }
}
