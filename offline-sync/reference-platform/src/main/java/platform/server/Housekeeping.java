package platform.server;

import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the documents that wait and lets time do its work on orders, each second and when asked to. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final House house;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread = new Thread(this::keepTidy, "platform-housekeeping");
    private volatile boolean closing;

    Housekeeping(House house) {
        this.house = house;
    }

    void start() {
        thread.start();
    }

    /** Does not wait for the next second. */
    void soon() {
        bell.release();
    }

    private void keepTidy() {
        try {
            while (!closing) {
                tidy();
                if (bell.tryAcquire(1, TimeUnit.SECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        try {
            house.orders().sweep();
            house.uploads().sweep();
            house.issuer().takeWhatWasAccepted();
        } catch (UncheckedIOException e) {
            LOG.error("Housekeeping failed and goes on", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        bell.release();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
