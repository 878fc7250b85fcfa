package kiosk.drivers.ipp;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Uncertain;
import kiosk.drivers.ipp.IppFailure.Meaning;

/**
 * One document on its way to the printer: is the printer ready, does it take the job, and if its answer is lost, did it. From the
 * moment the printer may have the job, {@link FollowedJob} answers for it.
 */
final class PrintRun {
    private static final Duration QUESTION = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration TRANSFER = Duration.ofMinutes(2);
    private static final int LONGEST_NAME = 200;

    private final IppQueue queue;
    private final Job job;
    private final Patience patience;
    private final JobWatch watch;

    PrintRun(IppQueue queue, Job job, Patience patience, JobWatch watch) {
        this.queue = queue;
        this.job = new Job(unmistakable(job.name()), job.pdf(), job.pages());
        this.patience = patience;
        this.watch = watch;
    }

    /** The same submission may be printed twice: each attempt has a name of its own, so that it can be found again. */
    private static String unmistakable(String name) {
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return cut + String.format(" #%08x", ThreadLocalRandom.current().nextInt());
    }

    /** Prints; throws only as long as the printer cannot have the job. */
    Outcome run() throws InterruptedException {
        Optional<Fault> obstacle = waitUntilReady();
        return obstacle.isPresent() ? new NotPrinted(obstacle.get()) : start();
    }

    private Optional<Fault> waitUntilReady() throws InterruptedException {
        while (true) {
            Optional<Fault> obstacle;
            try {
                PrinterReport printer = queue.printer(patience.forEnd(QUESTION));
                Optional<Fault> refusal = queue.refusal(printer);
                if (refusal.isPresent() || !printer.stopped()) {
                    return refusal;
                }
                obstacle = printer.holding();
            } catch (IppFailure e) {
                obstacle = Optional.of(e.fault());
                if (e.meaning() != Meaning.BUSY) {
                    return obstacle;
                }
            }
            watch.holds(obstacle);
            if (patience.workIsOver() || queue.pause(patience.forWork(BETWEEN))) {
                return obstacle;
            }
        }
    }

    private Outcome start() throws InterruptedException {
        while (true) {
            try {
                return follow(queue.start(job.name(), job.pdf(), patience.forWork(TRANSFER)));
            } catch (InterruptedException e) {
                return abandon();
            } catch (IppFailure e) {
                if (e.meaning() == Meaning.UNKNOWN) {
                    return lookFor(e.fault());
                }
                watch.held(e.fault());
                if (e.meaning() == Meaning.REFUSED || patience.workIsOver() || queue.pause(patience.forWork(BETWEEN))) {
                    return new NotPrinted(e.fault());
                }
            }
        }
    }

    private Outcome follow(int id) {
        return new FollowedJob(queue, id, job, patience, watch).outcome();
    }

    /** The document was sent and no answer came: the printer's own list tells whether it has the job. */
    private Outcome lookFor(Fault lost) throws InterruptedException {
        try {
            OptionalInt id = queue.find(job.name(), patience.forEnd(QUESTION));
            return id.isPresent() ? follow(id.getAsInt()) : new Uncertain(lost);
        } catch (IppFailure e) {
            return new Uncertain(lost);
        }
    }

    /** Interrupted while the document travelled: has the job cancelled if the printer took it; the interrupt stays set. */
    private Outcome abandon() {
        Fault interrupted = new Fault(Cause.STOPPED, "interrupted");
        try {
            OptionalInt id = queue.find(job.name(), patience.forEnd(QUESTION));
            return id.isPresent()
                    ? new FollowedJob(queue, id.getAsInt(), job, patience, watch).interrupted()
                    : new Uncertain(interrupted);
        } catch (IppFailure | InterruptedException e) {
            return new Uncertain(interrupted);
        } finally {
            Thread.currentThread().interrupt();
        }
    }
}
