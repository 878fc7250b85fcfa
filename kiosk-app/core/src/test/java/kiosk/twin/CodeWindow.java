package kiosk.twin;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.device.CodeScanner;
import kiosk.device.Fault;

/** A code scanner before which codes are held. */
public final class CodeWindow extends Twin implements CodeScanner {
    private final BlockingQueue<Outcome> seen = new ArrayBlockingQueue<>(10);
    private volatile boolean broken;
    private volatile boolean buggy;

    public void show(String code) {
        seen.add(new Scanned(code));
    }

    public void showNonsense() {
        seen.add(new Unusable());
    }

    public void breakDown() {
        broken = true;
    }

    /** The driver itself fails once. */
    public void failByABug() {
        buggy = true;
    }

    @Override
    public Outcome scan(Duration patience) throws InterruptedException {
        if (buggy) {
            buggy = false;
            throw new IllegalStateException("a bug in the driver");
        }
        if (broken) {
            return new Broken(new Fault(Fault.Cause.NOT_CONNECTED, ""));
        }
        Outcome outcome = seen.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (outcome != null && Thread.interrupted()) {
            seen.add(outcome);
            throw new InterruptedException("nobody waits for it any more: the next one sees it");
        }
        return outcome == null ? new NoCode() : outcome;
    }
}
