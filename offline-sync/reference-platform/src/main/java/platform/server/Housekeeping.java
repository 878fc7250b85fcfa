package platform.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import platform.wire.Fault;

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

    private void tidy() throws InterruptedException {
        done("orders", house.orders()::sweep);
        done("uploads", house.uploads()::sweep);
        done("documents", house.issuer()::takeWhatWasAccepted);
    }

    /** Whatever comes of one job, the others and the thread go on: a task keeps what no catch of ours may name. */
    private static void done(String what, Runnable job) throws InterruptedException {
        FutureTask<Boolean> task = new FutureTask<>(job, true);
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            LOG.error("Housekeeping failed with the {} and goes on: {}", what, Fault.of(e));
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
