package kiosk.drivers.escl;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The job that stays open at a scanner from sheet to sheet, and is ended where nobody asks for the next one. */
final class OpenJob {
    private static final Duration CANCELLING = Duration.ofMillis(250);
    private static final int PARTS = 20;

    private final EsclConnection connection;
    private final ReentrantLock inUse;
    private final Duration nobodyAsks;
    private Optional<EsclJob> job = Optional.empty();
    private int pages;
    private volatile boolean over;

    /**
     * None is open yet.
     *
     * @param inUse held by whoever calls, since the scanner does one thing at a time
     * @param nobodyAsks for how long it waits for the next sheet to be asked for
     */
    OpenJob(EsclConnection connection, ReentrantLock inUse, Duration nobodyAsks) {
        this.connection = connection;
        this.inUse = inUse;
        this.nobodyAsks = nobodyAsks;
    }

    /** From whichever thread, at once: what is open now gives no more sheets. */
    void giveUp() {
        over = true;
    }

    /** The job whose next sheet may be asked for; one of no use any more is ended. */
    Optional<EsclJob> goingOn(int wanted) throws InterruptedException {
        if (over || job.filter(it -> it.wanted() == wanted).isEmpty()) {
            end();
        }
        return job;
    }

    boolean feeds() {
        return job.map(EsclJob::fromFeeder).orElse(false);
    }

    EsclJob is(EsclJob begun) {
        job = Optional.of(begun);
        return begun;
    }

    /** Ends the job that is open; an interrupt that came first is kept for the caller. */
    void end() throws InterruptedException {
        Optional<EsclJob> ended = job;
        job = Optional.empty();
        over = false;
        if (ended.isPresent()) {
            boolean interrupted = Thread.interrupted();
            connection.delete(ended.get().path(), CANCELLING);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A page is in: unless the next is asked for soon, the job ends. */
    void endUnlessAsked() {
        int asked = ++pages;
        later(nobodyAsks, asked);
    }

    private void later(Duration wait, int asked) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> endIfStill(asked));
    }

    /** Somebody who only looks how the scanner is keeps the job from being ended now, not for good. */
    private void endIfStill(int asked) {
        if (!inUse.tryLock()) {
            later(nobodyAsks.dividedBy(PARTS), asked);
            return;
        }
        try {
            if (asked == pages) {
                end();
            }
        } catch (InterruptedException askedToStop) {
            Thread.currentThread().interrupt();
        } finally {
            inUse.unlock();
        }
    }
}
