package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Held;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Progress;

/** A document being printed on a thread of its own, so that a test can turn the far end meanwhile. */
final class PagePrinting {
    private static final int LONGEST_SECONDS = 25;

    private final BlockingQueue<Progress> progress = new LinkedBlockingQueue<>();
    private final FutureTask<Outcome> task;
    private final Thread thread;

    PagePrinting(PagePrinter printer, Job job, Duration patience) {
        task = new FutureTask<>(() -> printer.print(job, patience, progress::add));
        thread = new Thread(task, "contract-printing");
        thread.start();
    }

    Progress next() throws InterruptedException {
        Progress next = progress.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("progress within ten seconds").isNotNull();
        return next;
    }

    Held nextHeld() throws InterruptedException {
        Progress next = next();
        while (!(next instanceof Held)) {
            next = next();
        }
        return (Held) next;
    }

    void interrupt() {
        thread.interrupt();
    }

    Outcome outcome() throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
