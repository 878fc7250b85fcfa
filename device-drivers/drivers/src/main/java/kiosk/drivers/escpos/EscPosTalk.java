package kiosk.drivers.escpos;

import static kiosk.drivers.escpos.ReceiptEncoder.bytes;
import static kiosk.drivers.escpos.ReceiptEncoder.joined;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health.Nameplate;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;

/**
 * What is said to a printer and heard from it. Two questions differ in when they are answered: {@code DLE EOT} at once, even off-line;
 * {@code GS r 1} only when everything sent before it has been worked off. The answers differ too: bits 1 and 4 are set in the one, bits 4
 * and 7 are clear in the other.
 */
final class EscPosTalk {
    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final byte[] WORKED_OFF = bytes(0x1D, 0x72, 1);
    /** DLE DC4 8: clears the receive and the print buffer, at once. */
    private static final byte[] CLEAR = bytes(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);

    private static final int NOT_AN_ACKNOWLEDGEMENT = 0x90;
    private static final int SILENCES_BORNE = 3;
    private static final Fault NOT_WORKED_OFF = new Fault(Cause.NO_ANSWER, "not worked off");
    private static final int MOST_NOISE = 256;
    private static final int LONGEST_NAME = 80;

    private final Wire wire;
    private final Consumer<EscPosStatus> seen;
    private volatile boolean stopped;
    private final byte[] one = new byte[1];
    private int acknowledged;
    private Token awaited = Token.fresh();
    private boolean back;

    /** Talks over that wire; every status is told to {@code seen}. */
    EscPosTalk(Wire wire, Consumer<EscPosStatus> seen) {
        this.wire = wire;
        this.seen = seen;
    }

    /** Ends every wait for the printer's work; for another thread. */
    void stop() {
        stopped = true;
    }

    /** Asks how the printer is. @throws LineFailure NO_ANSWER or GARBLED, and the wire is closed then */
    EscPosStatus status(Deadline deadline) throws LineFailure, InterruptedException {
        return status(deadline, ANSWER);
    }

    /** A fault is believed when it is said twice: once it may be a byte that strayed. */
    private EscPosStatus status(Deadline deadline, Duration limit) throws LineFailure, InterruptedException {
        EscPosStatus first = once(deadline, limit);
        EscPosStatus believed = first.fault().isEmpty() ? first : once(deadline, limit);
        seen.accept(believed);
        return believed;
    }

    private EscPosStatus once(Deadline deadline, Duration limit) throws LineFailure, InterruptedException {
        return new EscPosStatus(
                ask(1, deadline, limit), ask(2, deadline, limit), ask(3, deadline, limit), ask(4, deadline, limit));
    }

    private int ask(int what, Deadline deadline, Duration limit) throws LineFailure, InterruptedException {
        drain();
        wire.write(bytes(0x10, 0x04, what), limit);
        Deadline end = deadline.orIn(limit);
        int noise = 0;
        while (noise < MOST_NOISE && !end.isOver()) {
            int heard = next(end.left());
            if (EscPosStatus.isStatus(heard)) {
                return heard;
            }
            noise += heard < 0 ? 0 : 1;
        }
        wire.close();
        throw noise > 0 && acknowledged == 0
                ? new LineFailure(Cause.GARBLED, "no status among " + noise + " bytes")
                : new LineFailure(Cause.NO_ANSWER, "dle-eot-" + what);
    }

    /** The next byte, -1 if none comes in time. Notes an acknowledgement that comes by. */
    private int next(Duration wait) throws LineFailure, InterruptedException {
        if (wire.read(one, wait) == 0) {
            return -1;
        }
        acknowledged += (one[0] & NOT_AN_ACKNOWLEDGEMENT) == 0 ? 1 : 0;
        if (awaited.isBackWith(one[0])) {
            back = true;
            acknowledged = 0;
        }
        return one[0] & 0xFF;
    }

    /** Hears what has come and what comes in that time, until so many acknowledgements are among it. */
    private void listen(int enough, Duration wait) throws LineFailure, InterruptedException {
        Deadline end = Deadline.in(wait);
        for (int noise = 0; noise < MOST_NOISE && acknowledged < enough && next(end.left()) >= 0; ) {
            noise++;
        }
    }

    /**
     * Sends a piece and waits until the printer has worked it off. A printer that is well and yet does not acknowledge for long is asked
     * again: one that was slow answers both questions, one that was switched off and on in between has lost the first.
     *
     * @return the fault that came in between, or that the time is over; empty if all is well
     */
    Optional<Fault> workOff(byte[] piece, Deadline deadline) throws LineFailure, InterruptedException {
        forget();
        wire.write(joined(piece, WORKED_OFF), deadline.left());
        Duration answer = ANSWER.plus(wire.timeFor(piece.length));
        Optional<Fault> fault = Optional.of(NOT_WORKED_OFF);
        for (int silences = 0; !stopped && !deadline.isOver(); silences++) {
            listen(1, deadline.orIn(answer).left());
            if (acknowledged > 0) {
                return silences <= SILENCES_BORNE ? Optional.empty() : secondAnswer();
            }
            Optional<Fault> now = status(deadline, answer).fault();
            if (now.isPresent() && !passes(now.get())) {
                return now;
            }
            fault = now.or(() -> Optional.of(NOT_WORKED_OFF));
            if (silences == SILENCES_BORNE) {
                wire.write(WORKED_OFF, ANSWER);
            }
        }
        return fault;
    }

    private Optional<Fault> secondAnswer() throws LineFailure, InterruptedException {
        listen(2, ANSWER);
        return acknowledged >= 2 ? Optional.empty() : Optional.of(new Fault(Cause.NO_ANSWER, "lost in the printer"));
    }

    private static boolean passes(Fault fault) {
        return fault.cause() == Cause.TOO_HOT || fault.cause() == Cause.STOPPED;
    }

    /**
     * Makes sure that what is heard from now on answers what is asked from now on. A printer that was hurt may still hold an earlier
     * receipt, with the questions in it, and answer those first: an answer to the last receipt's question must not be taken for one to
     * this one's. One that does not know tokens acknowledges and says nothing else; then it is made to forget, and listened to until it
     * has been quiet for a while.
     *
     * @return what stands against printing now; empty if all is well
     */
    Optional<Fault> settle(Deadline deadline) throws LineFailure, InterruptedException {
        forget();
        awaited = Token.fresh();
        back = false;
        wire.write(joined(awaited.question(), WORKED_OFF), deadline.left());
        Optional<Fault> fault = Optional.empty();
        while (!back && !stopped && !deadline.isOver() && fault.isEmpty()) {
            if (next(deadline.orIn(ANSWER).left()) < 0) {
                fault = status(deadline).fault();
                if (!back && fault.isEmpty() && acknowledged > 0) {
                    return forgotten();
                }
            }
        }
        if (back) {
            listen(1, ANSWER);
            return Optional.empty();
        }
        return fault.or(() -> Optional.of(NOT_WORKED_OFF));
    }

    private Optional<Fault> forgotten() throws LineFailure, InterruptedException {
        clear();
        forget();
        return Optional.empty();
    }

    /** Hears what has come unasked. */
    private void drain() throws LineFailure, InterruptedException {
        int drained = 0;
        while (drained < MOST_NOISE && next(Duration.ZERO) >= 0) {
            drained++;
        }
    }

    private void forget() throws LineFailure, InterruptedException {
        drain();
        acknowledged = 0;
    }

    /** Makes the printer forget what it has not printed yet; the answer to the question behind it says that this is done. */
    void clear() throws LineFailure, InterruptedException {
        wire.write(CLEAR, ANSWER);
        ask(1, Deadline.in(ANSWER), ANSWER);
    }

    /** GS I 66, 67, 68, 65: maker, model, serial number, firmware; each empty where the printer does not say. */
    Nameplate nameplate(Deadline deadline) throws LineFailure, InterruptedException {
        return new Nameplate(name(66, deadline), name(67, deadline), name(68, deadline), name(65, deadline));
    }

    /** The answer is an underline, the text and a zero. */
    private String name(int what, Deadline deadline) throws LineFailure, InterruptedException {
        forget();
        wire.write(bytes(0x1D, 0x49, what), ANSWER);
        Deadline end = deadline.orIn(ANSWER);
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int heard = next(end.left()); heard > 0 && name.size() < LONGEST_NAME; heard = next(end.left())) {
            name.write(heard);
        }
        String text = name.toString(StandardCharsets.US_ASCII);
        return text.startsWith("_") ? text.substring(1) : "";
    }
}
