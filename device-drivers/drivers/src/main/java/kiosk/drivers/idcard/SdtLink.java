package kiosk.drivers.idcard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kiosk.device.Fault;
import kiosk.device.Health.Nameplate;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import kiosk.drivers.serial.SerialLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to one security module: asks and answers, one at a time, and repeats what was damaged on its way. */
final class SdtLink {
    static final int RESET = 0x10FF;
    static final int STATUS = 0x11FF;
    static final int IDENTITY = 0x12FF;
    static final int IDENTITY_SIZE = 16;

    private static final Logger LOG = LoggerFactory.getLogger(SdtLink.class);
    private static final int MOST_RESENDS = 2;
    private static final int MOST_NOISE = 4096;
    private static final int MOST_LATE = 4;
    private static final Duration ANSWER_BEGINS_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_BEGINS_WITHIN_WHEN_GUESSING = Duration.ofMillis(250);
    private static final Duration NO_BYTE_COMES_LATER_THAN = Duration.ofMillis(300);
    private static final Duration QUIET = Duration.ofMillis(30);

    private final SerialLine line;
    private final List<Integer> speeds;
    private volatile Nameplate nameplate = Nameplate.UNKNOWN;

    /** @param speeds to be tried one after the other */
    SdtLink(SerialLine line, List<Integer> speeds) {
        this.line = line;
        this.speeds = speeds;
    }

    /** What the module says of itself; unknown until it has been reached. */
    Nameplate nameplate() {
        return nameplate;
    }

    /** Opens the line if it is not open, finds its speed, makes sure that the module works, and asks who it is. */
    void open(Deadline deadline) throws LineFailure, InterruptedException {
        if (line.open()) {
            waitForQuiet();
            findSpeed(deadline);
            nameplate = new Nameplate("", "SDT", "", "", moduleNumber(ask(IDENTITY, deadline)));
        }
    }

    private void findSpeed(Deadline deadline) throws LineFailure, InterruptedException {
        for (int i = 0; i < speeds.size() - 1; i++) {
            if (answersAt(speeds.get(i), deadline)) {
                return;
            }
        }
        if (speeds.size() > 1) {
            speakAt(speeds.get(speeds.size() - 1));
        }
        askStatus(deadline);
    }

    private boolean answersAt(int baud, Deadline deadline) throws LineFailure, InterruptedException {
        speakAt(baud);
        try {
            askStatus(deadline.orIn(ANSWER_BEGINS_WITHIN_WHEN_GUESSING));
            return true;
        } catch (LineFailure notThisSpeed) {
            if (notThisSpeed.fault().cause() == Fault.Cause.NO_ANSWER
                    || notThisSpeed.fault().cause() == Fault.Cause.GARBLED) {
                LOG.debug("no answer at {} baud", baud);
                return false;
            }
            throw notThisSpeed;
        }
    }

    private void speakAt(int baud) throws LineFailure {
        line.changeBaud(baud);
        line.open();
    }

    /** Asks the module how it is. @throws LineFailure if it is not well */
    void askStatus(Deadline deadline) throws LineFailure, InterruptedException {
        SdtAnswer answer = ask(STATUS, deadline);
        if (!answer.isOk()) {
            throw new LineFailure(answer.fault().cause(), answer.fault().code());
        }
    }

    /** {@code 05.01-20230415-0001234567-0089012345}: two numbers of 16 bits and three of 32, little-endian. */
    private static String moduleNumber(SdtAnswer answer) {
        if (!answer.isOk() || answer.data().length != IDENTITY_SIZE) {
            return "";
        }
        ByteBuffer id = ByteBuffer.wrap(answer.data()).order(ByteOrder.LITTLE_ENDIAN);
        return String.format(
                Locale.ROOT,
                "%02d.%02d-%08d-%010d-%010d",
                id.getShort() & 0xFFFF,
                id.getShort() & 0xFFFF,
                id.getInt() & 0xFFFFFFFFL,
                id.getInt() & 0xFFFFFFFFL,
                id.getInt() & 0xFFFFFFFFL);
    }

    /** Sends a command and waits for its answer; a damaged one is asked for again, twice at most. */
    SdtAnswer ask(int command, Deadline deadline) throws LineFailure, InterruptedException {
        for (int resends = 0; resends <= MOST_RESENDS; resends++) {
            line.drop();
            line.write(
                    SdtFrame.request(command),
                    deadline.orIn(ANSWER_BEGINS_WITHIN).left());
            SdtFrame frame = receiveAnswerTo(command, deadline);
            if (frame.isSound() && !frame.answer().asksToResend()) {
                return frame.answer();
            }
            LOG.warn("answer to {} damaged", code(command));
            waitForQuiet();
        }
        throw new LineFailure(Fault.Cause.GARBLED, code(command) + " damaged");
    }

    /** An answer that does not fit may be a late one to an earlier question: then the right one follows it. */
    private SdtFrame receiveAnswerTo(int command, Deadline deadline) throws LineFailure, InterruptedException {
        SdtFrame frame = receive(deadline, ANSWER_BEGINS_WITHIN);
        if (!frame.hasBegun()) {
            Fault.Cause cause = frame.skipped() == 0 ? Fault.Cause.NO_ANSWER : Fault.Cause.GARBLED;
            throw new LineFailure(cause, code(command) + " noise " + frame.skipped());
        }
        for (int late = 0;
                late < MOST_LATE && frame.isSound() && !frame.answer().fits(command);
                late++) {
            SdtFrame next = receive(deadline, NO_BYTE_COMES_LATER_THAN);
            if (!next.hasBegun()) {
                return frame;
            }
            LOG.warn("a late answer came before the one to {}", code(command));
            frame = next;
        }
        return frame;
    }

    /** A frame whole, or as far as it came; not begun if none came. */
    private SdtFrame receive(Deadline deadline, Duration beginsWithin) throws LineFailure, InterruptedException {
        SdtFrame frame = new SdtFrame();
        Deadline begin = deadline.orIn(beginsWithin);
        int got = 1;
        while (got > 0 && !frame.isWhole() && !frame.isMalformed()) {
            byte[] part = new byte[frame.wanted()];
            Deadline next = frame.hasBegun() ? deadline.orIn(NO_BYTE_COMES_LATER_THAN) : begin;
            got = line.read(part, next.left());
            frame.add(part, got);
            if (frame.skipped() > MOST_NOISE) {
                throw new LineFailure(Fault.Cause.GARBLED, "noise");
            }
        }
        return frame;
    }

    private void waitForQuiet() throws LineFailure, InterruptedException {
        Deadline enough = Deadline.in(NO_BYTE_COMES_LATER_THAN);
        byte[] dropped = new byte[MOST_NOISE];
        int got = line.read(dropped, QUIET);
        while (got > 0 && !enough.isOver()) {
            got = line.read(dropped, QUIET);
        }
    }

    private static String code(int command) {
        return String.format(Locale.ROOT, "%04X", command);
    }

    /** Closes the line; the next {@link #open} begins anew. */
    void close() {
        line.close();
    }
}
