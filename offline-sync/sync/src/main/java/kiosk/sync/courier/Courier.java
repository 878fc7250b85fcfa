package kiosk.sync.courier;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kiosk.sync.store.Exchange;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits to the platform, on a thread of its own that ends only with {@link #close}; the ways there and back are gone on a few
 * others ({@link Ways}). What to do next, and what follows from what was done, is told by {@link Rounds}. The courier's own thread wakes
 * by the time, when it is rung for, and where nobody comes back who could go on.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final Store store;
    private final Exchange exchange;
    private final Rounds rounds;
    private final Ways ways;
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
        this.ways = new Ways(rounds, exchange::ring);
    }

    /** Sets out. */
    public void start() {
        Thread first = new Thread(this::run, "courier");
        first.setDaemon(true);
        first.setUncaughtExceptionHandler((broken, bug) -> {
            if (!closed) {
                start();
            }
            LOG.error("the courier is gone, another goes on", bug);
        });
        thread = first;
        first.start();
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

    private void run() {
        Duration rest = Duration.ZERO;
        try {
            while (!closed) {
                exchange.awaitRing(rest);
                rest = turnOrStumble();
            }
        } catch (InterruptedException closing) {
            LOG.debug("the courier comes home");
        }
    }

    /** A bug in what follows from one delivery must not end all, and where memory failed no other thread may be had: he pauses, and goes on. */
    private Duration turnOrStumble() throws InterruptedException {
        FutureTask<Duration> turn = new FutureTask<>(this::turnOrRest);
        turn.run();
        try {
            return turn.get();
        } catch (ExecutionException bug) {
            LOG.error("the courier stumbled", bug.getCause());
            return AFTER_TROUBLE;
        }
    }

    private Duration turnOrRest() {
        try {
            store.tryAgain();
            return ways.turn();
        } catch (StoreTrouble e) {
            LOG.error("the courier cannot use the store: {}", e.kind());
            return AFTER_TROUBLE;
        }
    }

    /** Ends what is under way without waiting for its answer; it is tried again when the store is opened next. */
    @Override
    public void close() {
        closed = true;
        Thread last = thread;
        last.interrupt();
        ways.close();
        try {
            last.join(AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
