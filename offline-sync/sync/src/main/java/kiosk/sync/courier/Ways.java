package kiosk.sync.courier;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import kiosk.sync.store.StoreTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways to the platform and back, each gone on a thread. The rounds are asked by one at a time: mostly by who just came back, and goes
 * on with what is next, so that no other thread must be woken for each; else by the courier.
 */
final class Ways implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ways.class);
    /** Four deliveries in turn, two that somebody waits for, one to ask or tell, and two to the store. */
    private static final int MOST = 9;

    /** How long the courier waits where no thread can be had. */
    private static final Duration WITHOUT_THREADS = Duration.ofSeconds(5);

    private static final long LONG = Duration.ofDays(1).toNanos();

    private final Supplier<Optional<Errand>> whatIsNext;
    private final Supplier<Duration> rest;
    private final Runnable ring;
    private final ExecutorService threads;
    private final Queue<Runnable> cameBack = new ConcurrentLinkedQueue<>();
    /** Whoever holds it may ask the rounds. */
    private final ReentrantLock asking = new ReentrantLock();
    /** When the courier wakes by himself, in nanoseconds; read and written by who holds the lock. */
    private long wakes;

    private volatile boolean closed;

    /** @param ring wakes the courier */
    Ways(Rounds rounds, Runnable ring) {
        this(rounds::next, rounds::rest, ring, Executors.newFixedThreadPool(MOST, Ways::named));
    }

    /** The rounds are asked for no more than what is next, and how long there is nothing. */
    Ways(Supplier<Optional<Errand>> whatIsNext, Supplier<Duration> rest, Runnable ring, ExecutorService threads) {
        this.whatIsNext = whatIsNext;
        this.rest = rest;
        this.ring = ring;
        this.threads = threads;
    }

    private static Thread named(Runnable work) {
        Thread way = new Thread(work, "courier-way");
        way.setDaemon(true);
        way.setUncaughtExceptionHandler((broken, bug) -> LOG.error("the courier stumbled on his way", bug));
        return way;
    }

    /** Takes in what came back, sets out with all that may go; the answer is how long to wait for more. */
    Duration turn() {
        asking.lock();
        try {
            wakes = System.nanoTime() + LONG;
            for (Optional<Errand> next = next(); next.isPresent() && !closed; next = next()) {
                setOut(next.get());
            }
            Duration nap = rest.get();
            wakes = System.nanoTime() + nap.toNanos();
            return nap;
        } catch (OutOfMemoryError noThread) {
            LOG.error("no thread for a way", noThread);
            return WITHOUT_THREADS;
        } finally {
            asking.unlock();
            if (!cameBack.isEmpty()) {
                ring.run();
            }
        }
    }

    private Optional<Errand> next() {
        for (Runnable end = cameBack.poll(); end != null; end = cameBack.poll()) {
            end.run();
        }
        return whatIsNext.get();
    }

    private void setOut(Errand errand) {
        try {
            threads.execute(() -> goAndComeBack(errand));
        } catch (RejectedExecutionException closing) {
            errand.cutOff();
        } catch (OutOfMemoryError noThread) {
            errand.cutOff();
            throw noThread;
        }
    }

    private void goAndComeBack(Errand errand) {
        boolean well = false;
        try {
            for (Optional<Errand> own = Optional.of(errand); own.isPresent(); ) {
                go(own.get());
                own = closed ? Optional.empty() : another();
            }
            well = true;
        } finally {
            if (!well) {
                ring.run();
            }
        }
    }

    private void go(Errand errand) {
        Runnable end = errand::cutOff;
        try {
            end = errand.go();
        } catch (InterruptedException closing) {
            LOG.debug("a way is not gone to its end");
        } catch (StoreTrouble e) {
            LOG.error("a way was cut off by the store: {}", e.kind());
        } finally {
            cameBack.add(end);
        }
    }

    /**
     * What to go on with, if anything; all else that may go sets out, too. Where somebody else has the lock, it is he who takes in what
     * came back: whoever gives it back looks whether something came meanwhile.
     */
    private Optional<Errand> another() {
        Queue<Errand> found = new ArrayDeque<>();
        Optional<Errand> own = Optional.empty();
        while (own.isEmpty() && !cameBack.isEmpty() && asking.tryLock()) {
            try {
                for (Optional<Errand> next = next(); next.isPresent(); next = next()) {
                    found.add(next.get());
                }
                long time = System.nanoTime() + rest.get().toNanos();
                if (time - wakes < 0) {
                    wakes = time;
                    ring.run();
                }
                own = Optional.ofNullable(found.poll());
            } catch (StoreTrouble e) {
                LOG.error("the store does not tell what is next: {}", e.kind());
                ring.run();
            } finally {
                giveBack(found);
            }
        }
        if (own.isPresent() && !cameBack.isEmpty()) {
            ring.run();
        }
        return own;
    }

    /** Where no thread can be had, what was found for others is cut off; who found it still goes on. */
    private void giveBack(Queue<Errand> found) {
        try {
            while (!found.isEmpty()) {
                setOut(found.remove());
            }
        } catch (OutOfMemoryError noThread) {
            LOG.error("no thread for another's way", noThread);
            found.forEach(Errand::cutOff);
            found.clear();
            ring.run();
        } finally {
            asking.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
