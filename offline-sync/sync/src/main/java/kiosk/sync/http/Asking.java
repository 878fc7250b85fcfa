package kiosk.sync.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Bounds how long is asked, whatever it is that takes the time, by the time that passes: what is still being asked then is cut off. */
public final class Asking implements AutoCloseable {
    /** More than ask at a time: the courier's hello, the probe, and what citizens want to know. */
    private static final int MOST = 16;

    private static final int IDLE_SECONDS = 20;

    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor timer;

    /** Asks on threads that are made so. */
    public Asking(ThreadFactory made) {
        threads = new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), made);
        timer = new ScheduledThreadPoolExecutor(1, made);
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * The answer, asked on another thread while this one waits: so even the search for the platform's name, which nothing cuts off,
     * ends for it in time.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too many ask, or it is closed
     */
    public <T> T elsewhere(Duration patience, Supplier<T> question, Runnable cut)
            throws InterruptedException, ExecutionException, TimeoutException {
        Future<T> answer = threads.submit(question::get);
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            cut.run();
        }
    }

    /**
     * The answer, asked on this thread: no other is woken, but the search for the platform's name takes as long as the system lets it. A
     * question that is cut off must come back by itself. An interrupt does not end it; it is told when it came back.
     *
     * @throws java.util.concurrent.RejectedExecutionException if it is closed
     */
    public <T> T here(Duration patience, Supplier<T> question, Runnable cut) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Future<?> over = timer.schedule(cut, patience.toNanos(), TimeUnit.NANOSECONDS);
        T answer;
        try {
            answer = question.get();
        } finally {
            over.cancel(false);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        timer.shutdownNow();
    }
}
