package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread that talks to a reader. A call of PC/SC has no timeout and cannot be interrupted, so the callers wait for this
 * thread as long as they may and go on without it; there is never a second one, however long the first is stuck.
 */
final class ReaderThread {
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int MOST_WAITING = 4;

    private final ThreadPoolExecutor executor;

    ReaderThread(String name) {
        executor = new ThreadPoolExecutor(
                1, 1, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> daemon(work, name));
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The answer, or nothing if the thread does not come back in time or has been closed. */
    <T> Optional<T> ask(Callable<T> question, Attempt attempt) throws InterruptedException {
        Future<T> answer;
        try {
            answer = executor.submit(question);
        } catch (RejectedExecutionException stuckOrClosed) {
            return Optional.empty();
        }
        try {
            return await(answer, attempt);
        } finally {
            attempt.abandon();
            answer.cancel(false);
        }
    }

    private static <T> Optional<T> await(Future<T> answer, Attempt attempt) throws InterruptedException {
        while (!attempt.overdue()) {
            try {
                return Optional.of(answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                // the deadline is looked at again
            } catch (ExecutionException bug) {
                throw new IllegalStateException("reading a card ended unexpectedly", bug.getCause());
            }
        }
        return Optional.empty();
    }

    /** Lets the thread end after a last piece of work, which it does when it comes back, if ever. */
    void closeAfter(Runnable lastWork) {
        executor.getQueue().clear();
        try {
            executor.execute(lastWork);
        } catch (RejectedExecutionException closedAlready) {
            return;
        }
        executor.shutdown();
    }
}
