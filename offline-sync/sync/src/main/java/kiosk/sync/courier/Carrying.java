package kiosk.sync.courier;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import kiosk.sync.store.Due;
import kiosk.sync.store.Parcel;

/**
 * Which parcel goes next, and how many at a time: first what somebody stands and waits for, which needs no turn; then what is small; then
 * what is large, one at a time. What depends on another is not due before that one arrived.
 */
final class Carrying {
    private static final int MOST_WAITED_FOR = 2;

    private final Due due;
    private final Times times;
    private final Policy policy;
    private final Consequences consequences;
    private final FarEnd farEnd;
    private final Hand hand;
    private final Map<Long, String> underWay = new HashMap<>();
    private int common;
    private int waitedFor;
    private int large;

    /** What says whether and when something may go. */
    record Policy(Circuits circuits, Budget budget, Turn turn, Bandwidth bandwidth, Backoff backoff) {}

    Carrying(Courier.Ends ends, Times times, Policy policy, Consequences consequences) {
        this.due = new Due(ends.store());
        this.hand = new Hand(due, times);
        this.farEnd = ends.farEnd();
        this.times = times;
        this.policy = policy;
        this.consequences = consequences;
    }

    boolean underWay() {
        return !underWay.isEmpty();
    }

    boolean idle() {
        return underWay.isEmpty() && consequences.arrived().isEmpty();
    }

    /** Whether more is chosen than may go now. */
    boolean hasMoreInHand() {
        return !hand.isEmpty();
    }

    /** What somebody stands and waits for. */
    Optional<Errand> waitedFor() {
        long passed = times.passed();
        if (waitedFor >= MOST_WAITED_FOR || !policy.circuits().platformLets(passed)) {
            return Optional.empty();
        }
        List<String> ids = stillHere(due.waitedFor());
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return hand.anyOf(ids)
                .or(() -> due.begin(wish(passed), ids, again()))
                .flatMap(it -> due.parcel(it, times.now()))
                .map(it -> setOut(it, true));
    }

    /** Those of them that are not on their way already, nor delivered. */
    private List<String> stillHere(List<String> ids) {
        Set<String> gone = new HashSet<>(underWay.values());
        consequences.arrived().forEach(it -> gone.add(it.id()));
        return ids.stream().filter(it -> !gone.contains(it)).toList();
    }

    /** What nobody waits for, when it is this terminal's turn. */
    Optional<Errand> next() {
        long passed = times.passed();
        if (!policy.circuits().platformLets(passed) || !policy.turn().lets(passed, common)) {
            return Optional.empty();
        }
        Optional<Parcel> parcel = chosen(passed);
        parcel.ifPresent(it -> policy.turn().setsOut(passed, it.load().body().length));
        return parcel.map(it -> setOut(it, false));
    }

    /** More for the hand, before it is empty. */
    Optional<Errand> fillAhead() {
        long passed = times.passed();
        return policy.circuits().platformLets(passed) ? hand.fillAhead(() -> wish(passed), again()) : Optional.empty();
    }

    private Optional<Parcel> chosen(long passed) {
        hand.fill(() -> wish(passed), again());
        Optional<Parcel> next = hand.first(it -> policy.circuits().lets(it.department(), passed)
                && !(it.large() && large > 0)
                && !(it.again() && policy.budget().left(passed) < 1));
        if (next.isEmpty()) {
            hand.clear();
        }
        return next;
    }

    private Due.Wish wish(long passed) {
        Set<Long> busy = hand.seqs();
        busy.addAll(underWay.keySet());
        consequences.arrived().forEach(it -> busy.add(it.seq()));
        return new Due.Wish(
                times.now(),
                policy.circuits().held(passed),
                busy,
                new Due.Most(Hand.FULL, policy.budget().left(passed), large > 0 ? 0 : 1));
    }

    private IntFunction<Instant> again() {
        Instant now = times.now();
        return attempts -> now.plus(policy.backoff().after(attempts));
    }

    private Errand setOut(Parcel parcel, boolean waited) {
        Circuits.Way way = policy.circuits().setsOut(parcel.department());
        policy.budget().setsOut(parcel.attempts() > 1);
        underWay.put(parcel.seq(), parcel.id());
        count(parcel, waited, 1);
        return new Errand() {
            @Override
            public Runnable go() throws InterruptedException {
                Runnable end = parcel.unsettled()
                        ? consequences.ofTheMoney(parcel, way, farEnd.cancelOrder(parcel.submission()))
                        : consequences.of(parcel, way, farEnd.send(parcel));
                return () -> {
                    back(parcel, waited);
                    end.run();
                };
            }

            @Override
            public void cutOff() {
                back(parcel, waited);
                policy.circuits().saidNothing(way);
            }
        };
    }

    private void back(Parcel parcel, boolean waited) {
        underWay.remove(parcel.seq());
        count(parcel, waited, -1);
    }

    private void count(Parcel parcel, boolean waited, int by) {
        waitedFor += waited ? by : 0;
        common += waited ? 0 : by;
        large += parcel.large() ? by : 0;
        policy.bandwidth().held(waitedFor > 0);
    }
}
