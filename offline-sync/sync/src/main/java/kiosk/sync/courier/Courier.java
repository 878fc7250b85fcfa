package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kiosk.platform.ProvincialPlatform;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Exchange;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;
import kiosk.sync.wire.Dispatcher;
import kiosk.sync.wire.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what waits to the platform, one after the other, on a thread of its own that ends only with {@link #close}. What fails goes
 * to its own later time and lets the others pass; a platform that is away or busy is left alone by all.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LONGEST_NAP = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final Store store;
    private final Deliveries deliveries;
    private final Exchange exchange;
    private final Clock clock;
    private final Telling telling;
    private final Lane lane;
    private final Admission admission;
    private final Reckoning reckoning;
    private final Errand errand;
    private final AtomicBoolean lineIsBack = new AtomicBoolean();
    private volatile boolean closed;
    private volatile Thread thread = new Thread();
    private Instant lastSeen = Instant.MIN;

    /** What the courier goes between. */
    public record Ends(
            Store store,
            SqlitePrints prints,
            Dispatcher dispatcher,
            Reconciliation reconciliation,
            ProvincialPlatform platform,
            Admission admission) {}

    /** Whether the platform lets this terminal in. */
    public interface Admission {
        /** Whether the terminal is enrolled, as far as it knows; before, nothing is sent. */
        boolean granted();

        /** Says that the platform did not let it in. */
        void doubted();
    }

    /** A courier that goes once it is started. */
    public Courier(Ends ends, Clock clock, Backoff backoff, Duration spread) {
        this.store = ends.store();
        this.deliveries = new Deliveries(store);
        this.exchange = store.exchange();
        this.telling = new Telling(ends.prints(), ends.platform(), backoff);
        this.clock = clock;
        this.lane = new Lane(backoff, spread);
        this.admission = ends.admission();
        this.reckoning = new Reckoning(deliveries, ends.reconciliation(), store.journal(), backoff);
        this.errand = new Errand(ends, new Errand.Pace(clock, backoff, lane), this::reckon);
    }

    /** Sets out. */
    public void start() {
        go(Duration.ZERO);
    }

    /** Says that the platform answers again. */
    public void lineIsBack() {
        lineIsBack.set(true);
        exchange.ring();
    }

    /** Has the platform asked what it has of what waits here. */
    public void reckon() {
        reckoning.again();
        exchange.ring();
    }

    /** A bug in one delivery must not end all: the courier sets out again, after a pause. */
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
            exchange.awaitRing(pause.toMillis());
            while (!closed) {
                exchange.awaitRing(turnOrRest().toMillis());
            }
        } catch (InterruptedException closing) {
            LOG.debug("the courier comes home");
        }
    }

    private Duration turnOrRest() throws InterruptedException {
        try {
            store.tryAgain();
            return turn();
        } catch (StoreTrouble e) {
            LOG.error("the courier cannot use the store: {}", e.kind());
            return AFTER_TROUBLE;
        }
    }

    /** One look at the queue and at most one delivery; the answer is how long to wait for the next. */
    private Duration turn() throws InterruptedException {
        Instant now = clock.instant();
        heed(now);
        Duration closedFor = lane.closedFor(now);
        if (!closedFor.isZero()) {
            return shortest(closedFor);
        }
        if (!admission.granted()) {
            return LONGEST_NAP;
        }
        if (reckoning.due(now)) {
            reckoning.ask(now);
        }
        Optional<Parcel> parcel = errand.next(now);
        if (parcel.isEmpty()) {
            return telling.tell(now) ? Duration.ZERO : untilNext(now);
        }
        errand.run(parcel.get());
        return Duration.ZERO;
    }

    /** What was waited for may be over: by another clock, or on a line that is back. */
    private void heed(Instant now) {
        if (now.isBefore(lastSeen) || lastSeen.equals(Instant.MIN)) {
            deliveries.clockWentBack(now);
            telling.begunAnew();
            lane.open();
            reckoning.atOnce();
        }
        lastSeen = now;
        if (lineIsBack.getAndSet(false)) {
            deliveries.lineIsBack(now);
            telling.begunAnew();
            lane.lineIsBack(now);
            reckoning.atOnce();
        }
    }

    private Duration untilNext(Instant now) {
        return Stream.of(deliveries.nextDue(), telling.nextDue(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(it -> shortest(Duration.between(now, it)))
                .orElse(LONGEST_NAP);
    }

    private static Duration shortest(Duration wait) {
        return wait.compareTo(LONGEST_NAP) < 0 ? wait.plusMillis(1) : LONGEST_NAP;
    }

    /** Ends what is under way without waiting for its answer; it is tried again when the store is opened next. */
    @Override
    public void close() {
        closed = true;
        Thread last = thread;
        last.interrupt();
        try {
            last.join(AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
