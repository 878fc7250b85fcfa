package kiosk.sync.wire;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds how long is asked: what is still being asked when the time is over is interrupted. The time is the one that passes; that of
 * Java's own client is the wall clock's, which may be put back by a year.
 */
final class Asking implements AutoCloseable {
    /** More than ask at a time: the courier's hello, the probe, and what citizens want to know. */
    private static final int MOST = 16;

    private static final int IDLE_SECONDS = 20;

    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor timer;

    Asking(ThreadFactory made) {
        threads = new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), made);
        timer = new ScheduledThreadPoolExecutor(1, made);
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * The answer, asked on another thread while this one waits: so even the search for the platform's name, which nothing interrupts,
     * ends for it in time.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too many ask, or it is closed
     */
    <T> T elsewhere(Duration patience, Callable<T> question)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<T> answer = threads.submit(question);
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /**
     * The answer, asked on this thread: no other is woken, but the search for the platform's name takes as long as the system lets it.
     *
     * @throws java.util.concurrent.RejectedExecutionException if it is closed
     */
    <T> T here(Duration patience, Callable<T> question)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> answer = new FutureTask<>(question);
        Future<?> over = timer.schedule(() -> answer.cancel(true), patience.toNanos(), TimeUnit.NANOSECONDS);
        try {
            answer.run();
            return answer.get();
        } catch (CancellationException late) {
            Thread.interrupted();
            throw new TimeoutException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw e;
        } finally {
            over.cancel(false);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        timer.shutdownNow();
    }
}
