package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Parcel.Setback;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;
import kiosk.sync.wire.Dispatch;

/** What follows from how an errand ended: for the parcel, which is on disk, and for the way to the platform. */
final class Consequences {
    private static final int MANY = 64;
    private static final int FAILURES_OF_A_SLOT = 3;
    private static final long LONGEST_UNKEPT = Duration.ofMillis(150).toNanos();
    private static final long AFTER_TROUBLE = Duration.ofSeconds(5).toNanos();

    private final Store store;
    private final Deliveries deliveries;
    private final Courier.Admission admission;
    private final Times times;
    private final Carrying.Policy policy;
    private final LongConsumer doubt;
    /** The receipts that are not on disk yet. */
    private final Map<Parcel, Proof> receipts = new LinkedHashMap<>();

    private final Unread unread = new Unread();
    private long firstCame;
    private boolean keeping;
    private long notBefore;
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
        if (!(end instanceof Dispatch.Unread)) {
            unread.forget(parcel.seq());
        }
        if (end instanceof Dispatch.Arrived arrived) {
            settled(parcel, way);
            firstCame = receipts.isEmpty() || keeping ? times.passed() : firstCame;
            receipts.put(parcel, arrived.proof());
        } else if (end instanceof Dispatch.Closed passing) {
            closed(parcel, way, passing);
        } else if (end instanceof Dispatch.NoAnswer) {
            away(parcel, way, Setback.NO_ANSWER, Optional.empty());
        } else if (end instanceof Dispatch.LockedOut) {
            away(parcel, way, notLetIn(), Optional.empty());
        } else if (end instanceof Dispatch.Unread) {
            policy.circuits().saidNothing(way);
            unread(parcel);
        } else if (end instanceof Dispatch.Damaged) {
            policy.circuits().saidNothing(way);
            deliveries.setAside(parcel.submission(), Setback.DAMAGED, times.now());
        } else {
            settled(parcel, way);
            refused(parcel, end);
        }
    }

    private void unread(Parcel parcel) {
        if (unread.again(parcel.seq(), times.passed())) {
            deliveries.setAside(parcel.submission(), Setback.DAMAGED, times.now());
        } else {
            postpone(parcel, Setback.UNREAD, alone(parcel, Optional.empty()));
        }
    }

    /** What arrived, and whose receipt is not kept yet. */
    Set<Parcel> arrived() {
        return receipts.keySet();
    }

    /**
     * Keeps the receipts that came, several with one commit, since each commit holds up whoever else writes to the disk: when they are many,
     * or somebody waits for one, or nothing more is under way that could bring one soon. Where the store fails, they are kept when it works again.
     */
    Optional<Errand> keepReceipts(boolean moreUnderWay) {
        if (keeping || receipts.isEmpty() || times.passed() < notBefore || (moreUnderWay && !pressing())) {
            return Optional.empty();
        }
        keeping = true;
        return Optional.of(keeping(Map.copyOf(receipts)));
    }

    private Errand keeping(Map<Parcel, Proof> those) {
        List<Deliveries.Arrival> arrivals = those.entrySet().stream()
                .map(it -> new Deliveries.Arrival(it.getKey().submission(), it.getValue()))
                .toList();
        Instant now = times.now();
        return new Errand() {
            @Override
            public Runnable go() {
                try {
                    List<Long> doubtful = deliveries.delivered(arrivals, now);
                    return () -> {
                        cutOff();
                        doubtful.forEach(doubt::accept);
                    };
                } catch (StoreTrouble e) {
                    return () -> {
                        keeping = false;
                        notBefore = times.passed() + AFTER_TROUBLE;
                    };
                }
            }

            @Override
            public void cutOff() {
                keeping = false;
                receipts.keySet().removeAll(those.keySet());
            }
        };
    }

    private boolean pressing() {
        return receipts.size() >= MANY
                || times.passed() >= firstCame + LONGEST_UNKEPT
                || receipts.keySet().stream().anyMatch(Parcel::awaited);
    }

    /** When receipts are to be kept at the latest, or again, after the store failed. */
    long keepsAt() {
        return receipts.isEmpty() ? notBefore : Math.max(notBefore, firstCame + LONGEST_UNKEPT);
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
        if (isSlotInVain(setback)) {
            policy.turn().doesNotWork(times.passed(), wait);
        }
        Duration own = alone(parcel, Optional.empty());
        postpone(parcel, setback, wait.compareTo(own) > 0 ? wait : own);
    }

    /** PLATFORM-API.md, section 12. */
    private boolean isSlotInVain(Setback setback) {
        int failures = policy.circuits().platformFailures();
        return setback == Setback.PLATFORM_DOWN || (failures > 0 && failures % FAILURES_OF_A_SLOT == 0);
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
