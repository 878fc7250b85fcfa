package kiosk.sync.courier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
    private static final int HANDFUL = 16;
    private static final int MOST_WAITED_FOR = 2;

    private final Due due;
    private final Times times;
    private final Policy policy;
    private final Consequences consequences;
    private final FarEnd farEnd;
    private final Deque<Due.Choice> hand = new ArrayDeque<>();
    private final Set<Long> underWay = new HashSet<>();
    private int common;
    private int waitedFor;
    private int large;

    /** What says whether and when something may go. */
    record Policy(Circuits circuits, Budget budget, Turn turn, Bandwidth bandwidth, Backoff backoff) {}

    Carrying(Courier.Ends ends, Times times, Policy policy, Consequences consequences) {
        this.due = new Due(ends.store());
        this.farEnd = ends.farEnd();
        this.times = times;
        this.policy = policy;
        this.consequences = consequences;
    }

    boolean idle() {
        return underWay.isEmpty();
    }

    /** What somebody stands and waits for. */
    Optional<Errand> waitedFor() {
        long passed = times.passed();
        if (waitedFor >= MOST_WAITED_FOR || !policy.circuits().platformLets(passed)) {
            return Optional.empty();
        }
        List<String> ids = due.waitedFor();
        Optional<Due.Choice> inHand =
                hand.stream().filter(it -> ids.contains(it.id())).findFirst();
        inHand.ifPresent(hand::remove);
        return inHand.or(() -> due.begin(wish(passed), ids, again()))
                .flatMap(it -> due.parcel(it, times.now()))
                .map(it -> setOut(it, true));
    }

    /** What nobody waits for, when it is this terminal's turn. */
    Optional<Errand> next() {
        long passed = times.passed();
        while (policy.circuits().platformLets(passed) && policy.turn().lets(passed, common)) {
            Optional<Due.Choice> choice = chosen(passed);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            Optional<Parcel> parcel = due.parcel(choice.get(), times.now());
            if (parcel.isPresent()) {
                policy.turn().setsOut(passed, parcel.get().load().body().length);
                return Optional.of(setOut(parcel.get(), false));
            }
        }
        return Optional.empty();
    }

    private Optional<Due.Choice> chosen(long passed) {
        if (hand.isEmpty()) {
            hand.addAll(due.begin(wish(passed), again()));
        }
        Iterator<Due.Choice> held = hand.iterator();
        while (held.hasNext()) {
            Due.Choice choice = held.next();
            boolean may = !(choice.large() && large > 0)
                    && !(choice.again() && policy.budget().left(passed) < 1);
            if (policy.circuits().lets(choice.department(), passed) && may) {
                held.remove();
                return Optional.of(choice);
            }
        }
        hand.clear();
        return Optional.empty();
    }

    private Due.Wish wish(long passed) {
        return new Due.Wish(
                times.now(),
                policy.circuits().held(passed),
                Set.copyOf(underWay),
                new Due.Most(HANDFUL, policy.budget().left(passed), large > 0 ? 0 : 1));
    }

    private IntFunction<Instant> again() {
        Instant now = times.now();
        return attempts -> now.plus(policy.backoff().after(attempts));
    }

    private Errand setOut(Parcel parcel, boolean waited) {
        Circuits.Way way = policy.circuits().setsOut(parcel.department());
        policy.budget().setsOut(parcel.attempts() > 1);
        underWay.add(parcel.seq());
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
