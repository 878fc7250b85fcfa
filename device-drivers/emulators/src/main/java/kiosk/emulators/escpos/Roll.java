package kiosk.emulators.escpos;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kiosk.device.Receipt.Picture;
import kiosk.device.ReceiptPrinter;

/** The paper that has come out: rows of dots and what they say, until the knife makes a ticket of them. */
final class Roll {
    static final int BYTES_ACROSS = ReceiptPrinter.DOTS_ACROSS / 8;
    private static final int LONGEST_TICKET = 40_000;
    private static final int TICKETS_KEPT = 50;

    private final Mechanics mechanics;
    private final Deque<Ticket> tickets = new ArrayDeque<>();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final List<String> codes = new ArrayList<>();

    Roll(Mechanics mechanics) {
        this.mechanics = mechanics;
    }

    /** Lets one row of dots out. */
    void row(byte[] dots) throws InterruptedException {
        mechanics.oneRow();
        synchronized (this) {
            if (rows.size() < LONGEST_TICKET * BYTES_ACROSS) {
                rows.write(dots, 0, BYTES_ACROSS);
            }
        }
    }

    void feed(int blankRows) throws InterruptedException {
        for (int i = 0; i < blankRows; i++) {
            row(new byte[BYTES_ACROSS]);
        }
    }

    synchronized void says(String line) {
        text.append(line).append('\n');
        notifyAll();
    }

    /** Waits until a line hangs out of the printer; answers whether one does. */
    synchronized boolean awaitLine(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (text.length() == 0 && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return text.length() > 0;
    }

    synchronized void showsCode(String code) {
        codes.add(code);
    }

    void cut() throws InterruptedException {
        mechanics.cut();
        synchronized (this) {
            if (rows.size() > 0) {
                byte[] bits = rows.toByteArray();
                tickets.addLast(new Ticket(
                        text.toString(),
                        codes,
                        new Picture(ReceiptPrinter.DOTS_ACROSS, bits.length / BYTES_ACROSS, bits)));
            }
            if (tickets.size() > TICKETS_KEPT) {
                tickets.removeFirst();
            }
            rows.reset();
            text.setLength(0);
            codes.clear();
        }
    }

    synchronized List<Ticket> tickets() {
        return List.copyOf(tickets);
    }

    /** What hangs out of the printer uncut. */
    synchronized String hanging() {
        return text.toString();
    }
}
