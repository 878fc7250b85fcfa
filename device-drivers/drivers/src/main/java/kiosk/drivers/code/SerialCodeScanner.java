package kiosk.drivers.code;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.device.CodeScanner;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.drivers.serial.Deadline;
import kiosk.drivers.serial.LineFailure;
import kiosk.drivers.serial.SerialLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes codes from a scanner on a serial line (RS-232, or USB as a virtual port). A code ends with CR, LF, CR LF, TAB, or when no
 * byte has come for a tenth of a second. The line opens with the first call that needs it and, after a failure, with the next one.
 */
public final class SerialCodeScanner implements CodeScanner {
    private static final Logger LOG = LoggerFactory.getLogger(SerialCodeScanner.class);
    private static final Duration GAP = Duration.ofMillis(100);
    private static final Duration LOOKING_UP = Duration.ofMillis(200);
    private static final Fault CLOSED = new Fault(Fault.Cause.NOT_CONNECTED, "closed");
    private static final Fault NOT_ASKED = new Fault(Fault.Cause.NOT_CONNECTED, "not opened yet");

    private final SerialLine line;
    private final CodeText text;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private volatile Optional<Fault> lastFault = Optional.of(NOT_ASKED);

    SerialCodeScanner(SerialLine line, CodeText text) {
        this.line = line;
        this.text = text;
    }

    @Override
    public Outcome scan(Duration patience) throws InterruptedException {
        Deadline deadline = Deadline.in(patience);
        if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Broken(new Fault(Fault.Cause.BUSY, "in use"));
        }
        try {
            return closed ? new Broken(CLOSED) : waitForCode(deadline);
        } catch (LineFailure failure) {
            return new Broken(failed(failure));
        } finally {
            lock.unlock();
        }
    }

    private Outcome waitForCode(Deadline deadline) throws LineFailure, InterruptedException {
        boolean fresh = !line.isAlive();
        line.open();
        lastFault = Optional.empty();
        if (!dropWhatCameBefore(deadline, fresh ? GAP : Duration.ZERO)) {
            return new Unusable();
        }
        CodeBytes code = new CodeBytes();
        byte[] part = new byte[512];
        while (!code.isComplete() && !deadline.isOver()) {
            int got = line.read(
                    part, deadline.orIn(code.hasBegun() ? GAP : LOOKING_UP).left());
            code.add(part, got);
            if (got == 0 && !deadline.isOver()) {
                code.quiet();
            }
            if (closed) {
                return new Broken(CLOSED);
            }
        }
        return outcome(code);
    }

    private Outcome outcome(CodeBytes code) {
        if (code.isTooLong()) {
            LOG.warn("code longer than {} bytes", LONGEST_CODE);
            return new Unusable();
        }
        if (!code.isComplete()) {
            return new NoCode();
        }
        LOG.info("code of {} bytes", code.bytes().length);
        return text.of(code.bytes()).<Outcome>map(Scanned::new).orElseGet(Unusable::new);
    }

    /**
     * A code that is still coming in began before the call as well: it is dropped to its end. Says whether it had one. What a line
     * that was just opened brings at once may be the tail of a code whose head nobody heard.
     */
    private boolean dropWhatCameBefore(Deadline deadline, Duration first) throws LineFailure, InterruptedException {
        byte[] dropped = new byte[512];
        int got = line.read(dropped, first);
        while (got > 0 && !deadline.isOver()) {
            boolean ended = CodeBytes.isTerminator(dropped[got - 1]);
            got = line.read(dropped, ended ? Duration.ZERO : GAP);
        }
        return got == 0;
    }

    @Override
    public Health health() {
        if (!closed && lock.tryLock()) {
            try {
                openAgain();
            } finally {
                lock.unlock();
            }
        }
        Optional<Fault> fault = closed ? Optional.of(CLOSED) : lastFault;
        return fault.map(known -> Health.offline(known, Health.Nameplate.UNKNOWN))
                .orElseGet(() -> Health.online(Health.Nameplate.UNKNOWN));
    }

    private void openAgain() {
        try {
            if (!line.isAlive()) {
                line.open();
            }
            lastFault = Optional.empty();
        } catch (LineFailure failure) {
            failed(failure);
        }
    }

    private Fault failed(LineFailure failure) {
        Optional<Fault> fault = Optional.of(failure.fault());
        if (!fault.equals(lastFault)) {
            LOG.warn(
                    "code scanner: {} {}",
                    failure.fault().cause(),
                    failure.fault().code());
        }
        lastFault = fault;
        line.close();
        return failure.fault();
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            line.close();
        } finally {
            lock.unlock();
        }
    }
}
