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
import kiosk.sync.store.Exchange;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits to the platform, on a thread of its own that ends only with {@link #close}; the ways there and back are gone on a few
 * others. What to do next, and what follows from what was done, is told by {@link Rounds}, to one at a time: mostly to who just came back
 * and goes on with it, so that no other thread must be woken for each; else to the courier himself, who also wakes by the time.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    /** Four deliveries in turn, two that somebody waits for, one to ask or tell, and two to the store. */
    private static final int WAYS = 9;

    private final Store store;
    private final Exchange exchange;
    private final Rounds rounds;
    private final Queue<Runnable> cameBack = new ConcurrentLinkedQueue<>();
    /** Whoever holds it may ask the rounds. */
    private final ReentrantLock asking = new ReentrantLock();
    /** When the courier wakes by himself, in nanoseconds; written by who holds the lock. */
    private long wakes;

    private final ExecutorService ways = Executors.newFixedThreadPool(WAYS, Courier::named);
    private volatile boolean closed;
    private volatile Thread thread = new Thread();

    /** What the courier goes between. */
    public record Ends(Store store, SqlitePrints prints, FarEnd farEnd, Admission admission, Bandwidth bandwidth) {}

    /** Whether the platform lets this terminal in. */
    public interface Admission {
        /** Whether the terminal is enrolled, as far as it knows; before, nothing is sent. */
        boolean granted();

        /** Says that the platform did not let it in. */
        void doubted();
    }

    /**
     * A courier that goes once it is started.
     *
     * @param spread over how long terminals that lost the platform together come back
     */
    public Courier(Ends ends, Times times, Backoff backoff, Duration spread) {
        this.store = ends.store();
        this.exchange = store.exchange();
        this.rounds = new Rounds(ends, times, backoff, spread);
    }

    /** Sets out. */
    public void start() {
        go(Duration.ZERO);
    }

    /** Says that the platform answers again. */
    public void lineIsBack() {
        rounds.lineIsBack();
        exchange.expectNobody();
        exchange.ring();
    }

    /** Has the platform asked what it has of what waits here. */
    public void reckon() {
        rounds.reckon();
        exchange.ring();
    }

    /** Says whether somebody is served at the terminal; returns at once. */
    public void someoneIsServed(boolean so) {
        rounds.served(so);
        exchange.ring();
    }

    private static Thread named(Runnable work) {
        Thread way = new Thread(work, "courier-way");
        way.setDaemon(true);
        way.setUncaughtExceptionHandler((broken, bug) -> LOG.error("the courier stumbled on his way", bug));
        return way;
    }

    /** A bug in what follows from one delivery must not end all: the courier sets out again, after a pause where it was he who stumbled. */
    private void go(Duration pause) {
        Thread next = new Thread(() -> run(pause), "courier");
        next.setDaemon(true);
        next.setUncaughtExceptionHandler((broken, bug) -> {
            LOG.error("the courier stumbled", bug);
            if (!closed) {
                go(AFTER_TROUBLE);
            }
        });
        thread = next;
        next.start();
    }

    private void run(Duration pause) {
        try {
            exchange.awaitRing(pause);
            while (!closed) {
                exchange.awaitRing(turnOrRest());
            }
        } catch (InterruptedException closing) {
            LOG.debug("the courier comes home");
        }
    }

    private Duration turnOrRest() {
        try {
            store.tryAgain();
            return turn();
        } catch (StoreTrouble e) {
            LOG.error("the courier cannot use the store: {}", e.kind());
            return AFTER_TROUBLE;
        }
    }

    /** Takes in what came back, sets out with all that may go; the answer is how long to wait for more. */
    private Duration turn() {
        asking.lock();
        try {
            wakes = System.nanoTime() + Duration.ofDays(1).toNanos();
            for (Optional<Errand> next = next(); next.isPresent() && !closed; next = next()) {
                setOut(next.get());
            }
            Duration rest = rounds.rest();
            wakes = System.nanoTime() + rest.toNanos();
            return rest;
        } finally {
            asking.unlock();
            if (!cameBack.isEmpty()) {
                exchange.ring();
            }
        }
    }

    private Optional<Errand> next() {
        for (Runnable end = cameBack.poll(); end != null; end = cameBack.poll()) {
            end.run();
        }
        return rounds.next();
    }

    private void setOut(Errand errand) {
        try {
            ways.execute(() -> goAndComeBack(errand));
        } catch (RejectedExecutionException closing) {
            errand.cutOff();
        } catch (OutOfMemoryError noThread) {
            cameBack.add(errand::cutOff);
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
                exchange.ring();
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
                long time = System.nanoTime() + rounds.rest().toNanos();
                if (time - wakes < 0) {
                    wakes = time;
                    exchange.ring();
                }
                own = Optional.ofNullable(found.poll());
            } catch (StoreTrouble e) {
                LOG.error("the store does not tell what is next: {}", e.kind());
                exchange.ring();
            } finally {
                giveBack(found);
            }
        }
        if (own.isPresent() && !cameBack.isEmpty()) {
            exchange.ring();
        }
        return own;
    }

    private void giveBack(Queue<Errand> found) {
        try {
            found.forEach(this::setOut);
            found.clear();
        } finally {
            asking.unlock();
        }
    }

    /** Ends what is under way without waiting for its answer; it is tried again when the store is opened next. */
    @Override
    public void close() {
        closed = true;
        Thread last = thread;
        last.interrupt();
        ways.shutdownNow();
        try {
            last.join(AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
