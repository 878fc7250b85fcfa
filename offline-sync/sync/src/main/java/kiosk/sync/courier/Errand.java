package kiosk.sync.courier;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.SubmissionId;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Setback;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Dispatch;
import kiosk.sync.wire.Dispatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way to the platform with one parcel, and what follows from how it ended. */
final class Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Store store;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final ProvincialPlatform platform;
    private final Courier.Admission admission;
    private final Pace pace;
    private final Runnable doubt;
    private final Ahead ahead;
    private boolean lockedOut;
    private boolean flowing;

    /** When what is tried again. */
    record Pace(Clock clock, Backoff backoff, Lane lane) {}

    /** @param doubt done where a receipt does not follow the one before it */
    Errand(Courier.Ends ends, Pace pace, Runnable doubt) {
        this.store = ends.store();
        this.deliveries = new Deliveries(store);
        this.dispatcher = ends.dispatcher();
        this.platform = ends.platform();
        this.admission = ends.admission();
        this.pace = pace;
        this.doubt = doubt;
        this.ahead = new Ahead(deliveries, store.exchange());
    }

    /** What is sent next: what was looked up already, or what is due now. */
    Optional<Parcel> next(Instant now) {
        Optional<Parcel> ready = ahead.take(now);
        return ready.isPresent() ? ready : deliveries.next(now, again(now));
    }

    private IntFunction<Instant> again(Instant now) {
        return attempts -> now.plus(pace.backoff().after(attempts));
    }

    void run(Parcel parcel) throws InterruptedException {
        long begun = System.nanoTime();
        if (parcel.unsettled()) {
            askForTheMoney(parcel);
        } else {
            if (flowing) {
                ahead.look(pace.clock().instant(), again(pace.clock().instant()));
            }
            Dispatch end = dispatcher.send(parcel);
            flowing = end instanceof Dispatch.Arrived;
            take(parcel, end);
        }
        LOG.debug("{} after {} ms", parcel, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private void take(Parcel parcel, Dispatch end) {
        Instant now = pace.clock().instant();
        if (end instanceof Dispatch.Arrived arrived) {
            pace.lane().open();
            lockedOut = false;
            deliveries.deliveredSoon(SubmissionId.parse(parcel.id()), arrived.proof(), now, doubt);
            return;
        }
        ahead.putBack(now);
        if (end instanceof Dispatch.Mend mend) {
            pace.lane().open();
            deliveries.sentBack(parcel, mend.problems(), now);
        } else if (end instanceof Dispatch.Lapsed) {
            pace.lane().open();
            deliveries.givenUp(parcel, now);
        } else if (end instanceof Dispatch.Refused refused) {
            pace.lane().open();
            deliveries.refused(parcel, refused.code(), now);
        } else if (end instanceof Dispatch.Damaged) {
            deliveries.setAside(SubmissionId.parse(parcel.id()), Setback.DAMAGED, now);
        } else if (end instanceof Dispatch.Closed passing) {
            postpone(parcel, passing, now);
        } else {
            Setback setback = end instanceof Dispatch.LockedOut ? lockedOut() : Setback.NO_ANSWER;
            deliveries.postponed(parcel, setback, pace.lane().close(now, parcel.attempts(), Optional.empty()), now);
        }
    }

    /** The alarm is given once; all that waits is kept. */
    private Setback lockedOut() {
        if (!lockedOut) {
            store.journal().note(Occurrence.TERMINAL_LOCKED_OUT);
        }
        lockedOut = true;
        admission.doubted();
        return Setback.LOCKED_OUT;
    }

    private void postpone(Parcel parcel, Dispatch.Closed passing, Instant now) {
        Instant alone = now.plus(pace.backoff().after(parcel.attempts(), passing.retryAfter()));
        switch (passing.scope()) {
            case PLATFORM -> {
                Instant until = pace.lane().close(now, parcel.attempts(), passing.retryAfter());
                deliveries.postponed(parcel, Setback.PLATFORM_DOWN, until, now);
            }
            case DEPARTMENT -> {
                pace.lane().open();
                deliveries.postponed(parcel, Setback.DEPARTMENT_DOWN, alone, now);
            }
            case FAILED -> deliveries.postponed(parcel, Setback.PLATFORM_FAILED, alone, now);
            case NOT_YET -> deliveries.postponed(parcel, Setback.NOT_YET, alone, now);
        }
    }

    /** Cancels the order; where the money was faster, the submission goes its way. */
    private void askForTheMoney(Parcel parcel) throws InterruptedException {
        Answer<Order.State> answer = platform.cancelOrder(SubmissionId.parse(parcel.id()));
        Instant now = pace.clock().instant();
        if (!(answer instanceof Answer.Answered<Order.State> reached)) {
            boolean away = answer instanceof Answer.Unreachable;
            Instant until = away
                    ? pace.lane().close(now, parcel.attempts(), Optional.empty())
                    : now.plus(pace.backoff().after(parcel.attempts()));
            deliveries.postponed(parcel, away ? Setback.NO_ANSWER : Setback.PLATFORM_FAILED, until, now);
            return;
        }
        pace.lane().open();
        switch (reached.value()) {
            case PAID, SETTLED -> deliveries.settled(parcel, now);
            case CANCELLED, REFUNDED -> deliveries.givenUp(parcel, now);
            case OPEN ->
                deliveries.postponed(
                        parcel, Setback.NOT_YET, now.plus(pace.backoff().after(parcel.attempts())), now);
        }
    }
}
