package platform.queue;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/**
 * Lets few through at a time and few wait, each for a moment; whoever comes beyond that is turned away at once and told when there will
 * be room.
 */
public final class Gate {
    private static final long PATIENCE_MILLIS = 1500;

    private final Semaphore inHand;
    private final Semaphore waiting;
    private final Slots slots;

    public Gate(int inHand, int waiting, Slots slots) {
        this.inHand = new Semaphore(inHand, true);
        this.waiting = new Semaphore(waiting);
        this.slots = slots;
    }

    /** What is done behind the gate. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws Refusal, IOException;
    }

    public <T> T pass(String terminal, Work<T> work) throws Refusal, IOException {
        if (!inHand.tryAcquire() && !comesThroughInTime()) {
            throw Refusal.comeAgainIn(ErrorCode.BUSY, slots.retryAfter(terminal));
        }
        try {
            return work.done();
        } finally {
            inHand.release();
        }
    }

    private boolean comesThroughInTime() {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return inHand.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
