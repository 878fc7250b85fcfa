package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.SubmissionId;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Exchange;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Setback;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;
import kiosk.sync.wire.Dispatch;
import kiosk.sync.wire.Dispatcher;
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
    private final Dispatcher dispatcher;
    private final ProvincialPlatform platform;
    private final Clock clock;
    private final Telling telling;
    private final Backoff backoff;
    private final Lane lane;
    private final AtomicBoolean lineIsBack = new AtomicBoolean();
    private volatile boolean closed;
    private volatile Thread thread = new Thread();
    private Instant lastSeen = Instant.MIN;

    /** What the courier goes between. */
    public record Ends(Store store, SqlitePrints prints, Dispatcher dispatcher, ProvincialPlatform platform) {}

    /** A courier that goes once it is started. */
    public Courier(Ends ends, Clock clock, Backoff backoff, Duration spread) {
        this.store = ends.store();
        this.deliveries = new Deliveries(store);
        this.exchange = store.exchange();
        this.dispatcher = ends.dispatcher();
        this.platform = ends.platform();
        this.telling = new Telling(ends.prints(), ends.platform(), backoff);
        this.clock = clock;
        this.backoff = backoff;
        this.lane = new Lane(backoff, spread);
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
        if (now.isBefore(lastSeen) || lastSeen.equals(Instant.MIN)) {
            deliveries.clockWentBack(now);
            telling.begunAnew();
            lane.open();
        }
        lastSeen = now;
        if (lineIsBack.getAndSet(false)) {
            deliveries.lineIsBack(now);
            telling.begunAnew();
            lane.lineIsBack(now);
        }
        Duration closedFor = lane.closedFor(now);
        if (!closedFor.isZero()) {
            return shortest(closedFor);
        }
        Optional<Parcel> parcel = deliveries.next(now, attempts -> now.plus(backoff.after(attempts)));
        if (parcel.isEmpty()) {
            return telling.tell(now) ? Duration.ZERO : untilNext(now);
        }
        bring(parcel.get());
        return Duration.ZERO;
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

    private void bring(Parcel parcel) throws InterruptedException {
        long begun = System.nanoTime();
        if (parcel.unsettled()) {
            askForTheMoney(parcel);
        } else {
            take(parcel, dispatcher.send(parcel));
        }
        LOG.debug("{} after {} ms", parcel, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private void take(Parcel parcel, Dispatch end) {
        Instant now = clock.instant();
        if (end instanceof Dispatch.Arrived arrived) {
            lane.open();
            deliveries.delivered(parcel, arrived.receipt(), arrived.asItCame(), now);
        } else if (end instanceof Dispatch.Mend mend) {
            lane.open();
            deliveries.sentBack(parcel, mend.problems(), now);
        } else if (end instanceof Dispatch.Lapsed) {
            lane.open();
            deliveries.givenUp(parcel, now);
        } else if (end instanceof Dispatch.Refused) {
            lane.open();
            deliveries.refused(parcel, now);
        } else if (end instanceof Dispatch.Closed passing) {
            postpone(parcel, passing, now);
        } else {
            Setback setback = end instanceof Dispatch.LockedOut ? Setback.LOCKED_OUT : Setback.NO_ANSWER;
            deliveries.postponed(parcel, setback, lane.close(now, parcel.attempts(), Optional.empty()), now);
        }
    }

    private void postpone(Parcel parcel, Dispatch.Closed passing, Instant now) {
        Instant alone = now.plus(backoff.after(parcel.attempts(), passing.retryAfter()));
        switch (passing.scope()) {
            case PLATFORM -> {
                Instant until = lane.close(now, parcel.attempts(), passing.retryAfter());
                deliveries.postponed(parcel, Setback.PLATFORM_DOWN, until, now);
            }
            case DEPARTMENT -> {
                lane.open();
                deliveries.postponed(parcel, Setback.DEPARTMENT_DOWN, alone, now);
            }
            case FAILED -> deliveries.postponed(parcel, Setback.PLATFORM_FAILED, alone, now);
            case NOT_YET -> deliveries.postponed(parcel, Setback.NOT_YET, alone, now);
        }
    }

    /** Cancels the order; where the money was faster, the submission goes its way. */
    private void askForTheMoney(Parcel parcel) throws InterruptedException {
        Answer<Order.State> answer = platform.cancelOrder(SubmissionId.parse(parcel.id()));
        Instant now = clock.instant();
        if (!(answer instanceof Answer.Answered<Order.State> reached)) {
            boolean away = answer instanceof Answer.Unreachable;
            Instant until = away
                    ? lane.close(now, parcel.attempts(), Optional.empty())
                    : now.plus(backoff.after(parcel.attempts()));
            deliveries.postponed(parcel, away ? Setback.NO_ANSWER : Setback.PLATFORM_FAILED, until, now);
            return;
        }
        lane.open();
        switch (reached.value()) {
            case PAID, SETTLED -> deliveries.settled(parcel, now);
            case CANCELLED, REFUNDED -> deliveries.givenUp(parcel, now);
            case OPEN -> deliveries.postponed(parcel, Setback.NOT_YET, now.plus(backoff.after(parcel.attempts())), now);
        }
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
