package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Parcel.Setback;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Dispatch;

/** What follows from how an errand ended: for the parcel, which is on disk, and for the way to the platform. */
final class Consequences {
    private final Store store;
    private final Deliveries deliveries;
    private final Courier.Admission admission;
    private final Times times;
    private final Carrying.Policy policy;
    private final LongConsumer doubt;
    private boolean lockedOut;

    /** @param doubt told the place of a receipt that does not follow those that are here */
    Consequences(Courier.Ends ends, Times times, Carrying.Policy policy, LongConsumer doubt) {
        this.store = ends.store();
        this.deliveries = new Deliveries(store);
        this.admission = ends.admission();
        this.times = times;
        this.policy = policy;
        this.doubt = doubt;
    }

    /** Those of a delivery. */
    Runnable of(Parcel parcel, Circuits.Way way, Dispatch end) {
        return () -> follow(parcel, way, end);
    }

    private void follow(Parcel parcel, Circuits.Way way, Dispatch end) {
        if (end instanceof Dispatch.Arrived arrived) {
            settled(parcel, way);
            deliveries
                    .delivered(parcel.submission(), arrived.proof(), times.now())
                    .ifPresent(doubt);
        } else if (end instanceof Dispatch.Closed passing) {
            closed(parcel, way, passing);
        } else if (end instanceof Dispatch.NoAnswer) {
            away(parcel, way, Setback.NO_ANSWER, Optional.empty());
        } else if (end instanceof Dispatch.LockedOut) {
            away(parcel, way, notLetIn(), Optional.empty());
        } else if (end instanceof Dispatch.Damaged) {
            policy.circuits().saidNothing(way);
            deliveries.setAside(parcel.submission(), Setback.DAMAGED, times.now());
        } else {
            settled(parcel, way);
            refused(parcel, end);
        }
    }

    private void refused(Parcel parcel, Dispatch end) {
        if (end instanceof Dispatch.Mend mend) {
            deliveries.sentBack(parcel, mend.problems(), times.now());
        } else if (end instanceof Dispatch.Lapsed) {
            deliveries.givenUp(parcel, times.now());
        } else if (end instanceof Dispatch.Refused refused) {
            deliveries.refused(parcel, refused.code(), times.now());
        }
    }

    /** An end: the way is good, and what was tried again was not tried in vain. */
    private void settled(Parcel parcel, Circuits.Way way) {
        policy.circuits().worked(way);
        policy.budget().succeeded(parcel.attempts() > 1);
        letIn();
    }

    private void closed(Parcel parcel, Circuits.Way way, Dispatch.Closed passing) {
        letIn();
        switch (passing.scope()) {
            case PLATFORM -> away(parcel, way, Setback.PLATFORM_DOWN, passing.retryAfter());
            case DEPARTMENT -> {
                Duration wait = policy.circuits().departmentFailed(way, times.passed(), passing.retryAfter());
                postpone(parcel, Setback.DEPARTMENT_DOWN, wait);
            }
            case FAILED -> {
                policy.circuits().platformWorked(way);
                postpone(parcel, Setback.PLATFORM_FAILED, alone(parcel, passing.retryAfter()));
            }
            case NOT_YET -> {
                policy.circuits().worked(way);
                postpone(parcel, Setback.NOT_YET, alone(parcel, passing.retryAfter()));
            }
        }
    }

    /** All wait for the way; this one, over which it broke, by its own count, so that the others go before it. */
    private void away(Parcel parcel, Circuits.Way way, Setback setback, Optional<Duration> asked) {
        Duration wait = policy.circuits().platformFailed(way, times.passed(), asked);
        Duration own = alone(parcel, Optional.empty());
        postpone(parcel, setback, wait.compareTo(own) > 0 ? wait : own);
    }

    private Duration alone(Parcel parcel, Optional<Duration> asked) {
        return policy.backoff().after(parcel.attempts(), asked);
    }

    private void postpone(Parcel parcel, Setback setback, Duration wait) {
        Instant now = times.now();
        deliveries.postponed(parcel, setback, now.plus(wait), now);
    }

    /** The alarm is given once; all that waits is kept. */
    private Setback notLetIn() {
        if (!lockedOut) {
            store.journal().note(Occurrence.TERMINAL_LOCKED_OUT);
        }
        lockedOut = true;
        store.exchange().letIn(false);
        admission.doubted();
        return Setback.LOCKED_OUT;
    }

    private void letIn() {
        lockedOut = false;
        store.exchange().letIn(true);
    }

    /** Those of asking for the money: where it was faster than the cancelling, the submission goes its way. */
    Runnable ofTheMoney(Parcel parcel, Circuits.Way way, Answer<Order.State> answer) {
        return () -> {
            if (answer instanceof Answer.Answered<Order.State> reached) {
                settled(parcel, way);
                money(parcel, reached.value());
            } else if (answer instanceof Answer.Unreachable) {
                away(parcel, way, Setback.NO_ANSWER, Optional.empty());
            } else {
                policy.circuits().platformWorked(way);
                postpone(parcel, Setback.PLATFORM_FAILED, alone(parcel, Optional.empty()));
            }
        };
    }

    private void money(Parcel parcel, Order.State state) {
        switch (state) {
            case PAID, SETTLED -> deliveries.settled(parcel, times.now());
            case CANCELLED, REFUNDED -> deliveries.givenUp(parcel, times.now());
            case OPEN -> postpone(parcel, Setback.NOT_YET, alone(parcel, Optional.empty()));
        }
    }
}
