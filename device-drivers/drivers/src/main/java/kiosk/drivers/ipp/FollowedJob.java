package kiosk.drivers.ipp;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Printed;
import kiosk.device.PagePrinter.Uncertain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job the printer has: asked after until it ends, cancelled when its time is over. Only the printer's own count makes it printed. */
final class FollowedJob {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedJob.class);
    private static final Duration QUESTION = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int LOOKS_AT_A_LAGGING_COUNTER = 4;

    private final IppQueue queue;
    private final int id;
    private final String name;
    private final int expected;
    private Patience patience;
    private final JobWatch watch;
    private JobReport last = new JobReport(0, List.of(), OptionalInt.empty());
    private boolean forgotten;
    private boolean cancelled;

    /** Follows the job of that number, as long as the printer says that it is ours: that it has our attempt's name. */
    FollowedJob(IppQueue queue, int id, Job job, Patience patience, JobWatch watch) {
        this.queue = queue;
        this.id = id;
        this.name = job.name();
        this.expected = job.pages();
        this.patience = patience;
        this.watch = watch;
    }

    /** Follows the job; an interrupt cancels it, is answered like any other end, and stays set. */
    Outcome outcome() {
        try {
            return follow();
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    /** Cancels the job because the caller's thread was interrupted; the interrupt is set again afterwards. */
    Outcome interrupted() {
        Fault interrupted = new Fault(Cause.STOPPED, "interrupted");
        try {
            return giveUp(interrupted);
        } catch (InterruptedException again) {
            return new Uncertain(interrupted);
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome follow() throws InterruptedException {
        boolean closed = false;
        while (!closed && !patience.workIsOver()) {
            try {
                last = queue.job(id, name, patience.forEnd(QUESTION));
                watch.sheets(last.sheets());
                if (last.ended()) {
                    return ended();
                }
                watch.holds(queue.printer(patience.forEnd(QUESTION)).holding());
            } catch (IppFailure e) {
                if (IppStatus.notFound(e)) {
                    return new Uncertain(watch.holding().orElse(new Fault(Cause.STOPPED, "job forgotten")));
                }
                watch.held(e.fault());
            }
            closed = queue.pause(patience.forWork(BETWEEN));
        }
        return giveUp(watch.holding().orElseGet(last::fault));
    }

    private Outcome ended() throws InterruptedException {
        if (!last.completed()) {
            return cutShort(watch.holding().orElseGet(last::fault));
        }
        for (int look = 0;
                look < LOOKS_AT_A_LAGGING_COUNTER && !counted() && !queue.pause(patience.forEnd(BETWEEN));
                look++) {
            lookAgain();
        }
        return completed();
    }

    private boolean counted() {
        return last.sheets().orElse(expected) >= expected;
    }

    private Outcome completed() {
        if (counted()) {
            return new Printed(last.sheets().orElse(expected));
        }
        return new Uncertain(
                new Fault(Cause.STOPPED, "completed " + last.sheets().orElse(0) + " of " + expected));
    }

    private Outcome cutShort(Fault fault) {
        return last.ended() && last.nothingOut() ? new NotPrinted(fault) : new Uncertain(fault);
    }

    private Outcome giveUp(Fault fault) throws InterruptedException {
        patience = patience.withoutWork();
        cancelOnceSeen();
        while (!forgotten && !last.ended() && !patience.isOver() && !queue.pause(patience.forEnd(MOMENT))) {
            cancelOnceSeen();
        }
        return last.completed() ? completed() : cutShort(fault);
    }

    /** Cancels only what the printer has just shown to be ours: by now its number may be somebody else's. */
    private void cancelOnceSeen() throws InterruptedException {
        if (lookAgain() && !last.ended() && !cancelled) {
            cancelled = true;
            try {
                queue.cancel(id, patience.forEnd(QUESTION));
            } catch (IppFailure e) {
                LOG.info("cancel refused: {}", e.fault().code());
            }
            lookAgain();
        }
    }

    private boolean lookAgain() throws InterruptedException {
        try {
            last = queue.job(id, name, patience.forEnd(QUESTION));
            return true;
        } catch (IppFailure e) {
            forgotten = IppStatus.notFound(e);
            LOG.info("job not answered for: {}", e.fault().code());
            return false;
        }
    }
}
