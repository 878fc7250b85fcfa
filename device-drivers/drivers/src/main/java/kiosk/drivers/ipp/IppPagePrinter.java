package kiosk.drivers.ipp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An A4 printer that speaks IPP: the document goes out as PDF, one side a sheet, and the job is followed to its end. An interrupt before
 * the printer can have the job is thrown; after that it cancels the job, the outcome says what came of it, and the interrupt stays set.
 */
public final class IppPagePrinter implements PagePrinter {
    private static final Logger LOG = LoggerFactory.getLogger(IppPagePrinter.class);
    private static final Duration HEALTH_QUESTION = Duration.ofMillis(1500);

    private final IppQueue queue;
    private final ReentrantLock turn = new ReentrantLock();

    /** Takes the options as {@link IppPagePrinterProvider} describes them. */
    IppPagePrinter(DeviceSettings settings) {
        boolean insecure = Boolean.parseBoolean(settings.optional("insecure", "false"));
        this.queue = new IppQueue(
                IppAddress.parse(settings.required("uri"), insecure),
                settings.optional("document-format", "application/pdf"),
                settings.optional("media", "iso_a4_210x297mm"));
    }

    @Override
    public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) throws InterruptedException {
        Patience time = Patience.of(patience);
        long started = System.nanoTime();
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new NotPrinted(new Fault(Cause.BUSY, "another document is printing"));
        }
        try {
            Outcome outcome = queue.isClosed()
                    ? new NotPrinted(IppQueue.CLOSED)
                    : new PrintRun(queue, job, time, new JobWatch(watcher)).run();
            LOG.info("{} pages: {} after {} ms", job.pages(), outcome, (System.nanoTime() - started) / 1_000_000);
            return outcome;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Health health() {
        if (!turn.isLocked() && !queue.isClosed()) {
            ask();
        }
        return queue.lastHealth();
    }

    private void ask() {
        try {
            queue.printer(HEALTH_QUESTION);
        } catch (IppFailure e) {
            LOG.debug("printer not well: {}", e.fault().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
