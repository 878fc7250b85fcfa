package kiosk.emulators.escpos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;

/**
 * A roll printer, 80 mm wide with 576 dots across, that works off ESC/POS and keeps the tickets it cuts. It answers {@code DLE EOT} at
 * once, even off-line, and {@code GS r} when everything before it is printed. All verbs may be called from any thread.
 */
public final class ReceiptPrinterEmulator implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int DOTS_A_MILLIMETRE = 8;
    private static final Duration LISTENING = Duration.ofMillis(50);

    private final Carrier carrier;
    private final Mechanics mechanics = new Mechanics();
    private final Roll roll = new Roll(mechanics);
    private final ReceiveBuffer buffer = new ReceiveBuffer(BUFFER);
    private final RealTime realTime = new RealTime(this::answerStatus, this::clear);
    private final EscPosInterpreter interpreter;
    private final Thread receiver = new Thread(this::receive, "receipt-printer-receiver");
    private final Thread worker;
    private volatile Pace pace = Pace.none();
    private volatile boolean silent;
    private volatile boolean garbling;
    private volatile boolean closed;

    private ReceiptPrinterEmulator(Carrier carrier, TicketInk ink) {
        this.carrier = carrier;
        this.interpreter = new EscPosInterpreter(buffer, mechanics, roll, ink, this::answer);
        this.worker = new Thread(interpreter::run, "receipt-printer-worker");
        receiver.setDaemon(true);
        worker.setDaemon(true);
    }

    private ReceiptPrinterEmulator started() {
        receiver.start();
        worker.start();
        return this;
    }

    /** A printer on a serial cable with a path of its own. */
    public static ReceiptPrinterEmulator onSerial(TicketInk ink) {
        return new ReceiptPrinterEmulator(new SerialCarrier(Pty.open()), ink).started();
    }

    /** A printer on a serial cable that the kiosk finds at that path. */
    public static ReceiptPrinterEmulator onSerial(Path link, TicketInk ink) {
        return new ReceiptPrinterEmulator(new SerialCarrier(Pty.at(link)), ink).started();
    }

    /** A printer on a TCP port of the loopback interface, 0 for a free one. */
    public static ReceiptPrinterEmulator onTcp(int port, TicketInk ink) {
        return new ReceiptPrinterEmulator(new TcpCarrier(port), ink).started();
    }

    /** Where the kiosk finds it: a path, or host:port. */
    public String address() {
        return carrier.address();
    }

    /** The tickets that were cut off, oldest first, without strips that nothing is on; of the last fifty. */
    public List<Ticket> tickets() {
        return roll.tickets().stream().filter(ticket -> !ticket.isBlank()).toList();
    }

    /** How many pieces of paper were cut off, blank strips too; of the last fifty. */
    public int cuts() {
        return roll.tickets().size();
    }

    /** The text on the paper that hangs out uncut. */
    public String hanging() {
        return roll.hanging();
    }

    /** Waits until a line of a ticket hangs out; answers whether one does. */
    public boolean awaitLine(Duration patience) throws InterruptedException {
        return roll.awaitLine(patience);
    }

    /** How many commands came that it does not know. */
    public int unknownCommands() {
        return interpreter.unknownCommands();
    }

    private void receive() {
        byte[] heard = new byte[256];
        try {
            while (!closed) {
                int count = carrier.read(heard, LISTENING);
                pace.received(count);
                for (int i = 0; i < count && mechanics.powered(); i++) {
                    realTime.hear(heard[i]);
                    buffer.put(heard[i]);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerStatus(int n) {
        answer(new byte[] {(byte) mechanics.realTimeStatus(n)});
    }

    /** The answer to DLE DC4 8 is these three bytes. */
    private void clear() {
        buffer.clear();
        answer(new byte[] {0x37, 0x25, 0});
    }

    private void answer(byte[] bytes) {
        if (garbling) {
            carrier.write(new byte[] {(byte) 0xFF, (byte) 0xB7, (byte) 0x91});
        } else if (!silent) {
            carrier.write(bytes);
        }
    }

    /** Lets the bytes come no faster than a serial line of that speed would carry them. */
    public void wireSpeed(int baud) {
        pace = Pace.of(baud);
    }

    /** Sets the speed in millimetres a second; 0 prints at once. */
    public void speed(int millimetresASecond) {
        mechanics.speed(millimetresASecond * DOTS_A_MILLIMETRE);
    }

    /** Leaves so many millimetres of paper. */
    public void leavePaper(int millimetres) {
        mechanics.paper(millimetres * DOTS_A_MILLIMETRE);
    }

    /** Takes the paper out. */
    public void emptyPaper() {
        leavePaper(0);
    }

    /** Lets the paper be nearly used up. */
    public void nearEnd() {
        mechanics.nearEnd();
    }

    /** Puts a new roll in. */
    public void refill() {
        mechanics.paper(Mechanics.FULL_ROLL);
    }

    /** Opens the cover. */
    public void openCover() {
        mechanics.cover(true);
    }

    /** Closes the cover. */
    public void closeCover() {
        mechanics.cover(false);
    }

    /** Lets the knife stick at the next cut, or frees it. */
    public void cutterStuck(boolean stuck) {
        mechanics.cutter(stuck);
    }

    /** Overheats the head, or lets it cool. */
    public void heat(boolean tooHot) {
        mechanics.heat(tooHot);
    }

    /** Lets the motor stand still though no fault is reported, or go on. */
    public void stall(boolean stands) {
        mechanics.stall(stands);
    }

    /** Answers nothing any more, or again. */
    public void silent(boolean says) {
        silent = says;
    }

    /** Answers with bytes of no meaning, or rightly again. */
    public void garble(boolean spoilt) {
        garbling = spoilt;
    }

    /** Knows the process id of GS ( H, or is of an older kind that does not. */
    public void knowsTokens(boolean knows) {
        interpreter.knowsTokens(knows);
    }

    /** Sends bytes that nobody asked for. */
    public void babble(byte[] bytes) {
        carrier.write(bytes);
    }

    /** Pulls the cable. */
    public void cableOut() {
        carrier.cableOut();
    }

    /** Plugs the cable in again. */
    public void cableIn() {
        carrier.cableIn();
    }

    /** Switches the printer off: what it had received is lost, and it does not answer. */
    public void off() {
        mechanics.power(false);
        buffer.clear();
    }

    /** Switches it on again. */
    public void on() {
        mechanics.power(true);
    }

    @Override
    public void close() {
        closed = true;
        carrier.close();
        receiver.interrupt();
        worker.interrupt();
    }
}
