package kiosk.drivers.escpos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A roll printer that speaks ESC/POS. Nothing is believed because a write returned: a receipt goes out piece by piece, each waited for
 * until the printer has worked it off, and is printed when the printer, asked after the cut, has no fault. An interrupt before the first
 * piece is thrown; after that the outcome is uncertain and the interrupt stays set. What a fault leaves in the printer is cleared, and cut
 * off before the next receipt, so that no citizen gets another's. What hangs out when the driver begins nobody knows: its first receipt
 * is preceded by a cut as well.
 */
public final class EscPosPrinter implements ReceiptPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);
    private static final Duration HEALTH_QUESTION = Duration.ofMillis(1800);
    private static final int LARGEST_PIECE = 2048;
    private static final int SMALLEST_PIECE = 128;
    private static final Duration PIECE_ON_THE_WAY = Duration.ofMillis(250);
    private static final Fault CLOSED = new Fault(Cause.NOT_CONNECTED, "closed");

    private final Wire wire;
    private final EscPosTalk talk;
    private final ReentrantLock turn = new ReentrantLock();
    private final int pieceBytes;
    /** Whether the strip may hold something that is not of the next receipt; who printed before us may have left it so. */
    private boolean remnant = true;

    private boolean settled;
    private boolean named;
    private volatile boolean closed;
    private volatile Health lastHealth = Health.offline(new Fault(Cause.NO_ANSWER, "not asked yet"), Nameplate.UNKNOWN);

    EscPosPrinter(Wire wire) {
        this.wire = wire;
        this.talk = new EscPosTalk(wire, this::seen);
        this.pieceBytes = pieceBytes(wire);
    }

    /** As much as is on the way for a quarter of a second. */
    private static int pieceBytes(Wire wire) {
        long millis = Math.max(1, wire.timeFor(LARGEST_PIECE).toMillis());
        long bytes = LARGEST_PIECE * PIECE_ON_THE_WAY.toMillis() / millis;
        return (int) Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, bytes));
    }

    @Override
    public Outcome print(Receipt receipt, Duration patience) throws InterruptedException {
        List<byte[]> pieces = ReceiptEncoder.pieces(receipt, pieceBytes);
        Deadline deadline = Deadline.in(patience);
        long started = System.nanoTime();
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new NotPrinted(new Fault(Cause.BUSY, "another receipt is printing"));
        }
        try {
            Outcome outcome = print(pieces, deadline);
            LOG.info("{} pieces: {} after {} ms", pieces.size(), outcome, (System.nanoTime() - started) / 1_000_000);
            return outcome;
        } finally {
            endTurn();
        }
    }

    private Outcome print(List<byte[]> pieces, Deadline deadline) throws InterruptedException {
        Optional<Fault> obstacle = obstacle(deadline);
        if (obstacle.isPresent()) {
            return new NotPrinted(obstacle.get());
        }
        boolean interrupted = false;
        Optional<Fault> fault;
        remnant = true;
        try {
            fault = send(pieces, deadline);
        } catch (LineFailure e) {
            fault = Optional.of(note(e.fault()));
        } catch (InterruptedException e) {
            interrupted = true;
            fault = Optional.of(new Fault(Cause.STOPPED, "interrupted"));
        }
        remnant = fault.isPresent();
        if (remnant) {
            clear();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return fault.<Outcome>map(Uncertain::new).orElseGet(Printed::new);
    }

    /** Opens, asks, and has the printer acknowledge that it listens; whatever stands against that, nothing of this receipt is out. */
    private Optional<Fault> obstacle(Deadline deadline) throws InterruptedException {
        try {
            EscPosStatus status = freshStatus(deadline);
            Optional<Fault> unsettled = status.fault().isPresent() ? status.fault() : settled(deadline);
            if (unsettled.isPresent()) {
                return unsettled;
            }
            byte[] start = ReceiptEncoder.initialise();
            return talk.workOff(remnant ? ReceiptEncoder.joined(ReceiptEncoder.cut(), start) : start, deadline);
        } catch (LineFailure e) {
            return Optional.of(note(e.fault()));
        }
    }

    /** Only a printer that something went wrong with, or that is met for the first time, may still have answers of before. */
    private Optional<Fault> settled(Deadline deadline) throws LineFailure, InterruptedException {
        if (settled && !remnant) {
            return Optional.empty();
        }
        Optional<Fault> fault = talk.settle(deadline);
        settled = fault.isEmpty();
        return fault;
    }

    private Optional<Fault> send(List<byte[]> pieces, Deadline deadline) throws LineFailure, InterruptedException {
        for (byte[] piece : pieces) {
            Optional<Fault> fault = closed ? Optional.of(CLOSED) : talk.workOff(piece, deadline);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return talk.status(deadline).fault();
    }

    private void clear() {
        try {
            talk.clear();
        } catch (LineFailure e) {
            LOG.info("printer not cleared: {}", e.fault().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection kept from earlier may have died unnoticed: then it is made anew, once. */
    private EscPosStatus freshStatus(Deadline deadline) throws LineFailure, InterruptedException {
        if (closed) {
            throw new LineFailure(CLOSED.cause(), CLOSED.code());
        }
        boolean opened = wire.open();
        named &= !opened;
        settled &= !opened;
        try {
            return talk.status(deadline);
        } catch (LineFailure e) {
            if (opened) {
                throw e;
            }
            wire.close();
            wire.open();
            named = false;
            settled = false;
            return talk.status(deadline);
        }
    }

    private void seen(EscPosStatus status) {
        lastHealth = status.health(lastHealth.nameplate());
    }

    private Fault note(Fault fault) {
        lastHealth = Health.offline(fault, lastHealth.nameplate());
        return fault;
    }

    @Override
    public Health health() {
        if (!closed && turn.tryLock()) {
            try {
                ask(Deadline.in(HEALTH_QUESTION));
            } finally {
                endTurn();
            }
        }
        return closed ? Health.offline(CLOSED, lastHealth.nameplate()) : lastHealth;
    }

    private void ask(Deadline deadline) {
        try {
            EscPosStatus status = freshStatus(deadline);
            if (!named && status.fault().isEmpty()) {
                named = true;
                Nameplate nameplate = talk.nameplate(deadline);
                settled &= !nameplate.firmware().isEmpty();
                lastHealth = status.health(nameplate);
            }
        } catch (LineFailure e) {
            note(e.fault());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endTurn() {
        if (closed) {
            wire.close();
        }
        turn.unlock();
    }

    @Override
    public void close() {
        closed = true;
        talk.stop();
        if (turn.tryLock()) {
            endTurn();
        }
    }
}
