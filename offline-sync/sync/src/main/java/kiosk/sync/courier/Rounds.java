package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Due;
import kiosk.sync.wire.Hello;

/**
 * What a courier sets out with next, and when. It knows no thread and no line: {@link #next} says what to do, somebody does it, and what
 * follows from it is done here; one at a time. The whole backlog goes in one pass, and nothing is needed to go on but time.
 */
final class Rounds {
    private static final Duration LONGEST_NAP = Duration.ofSeconds(30);
    /** More than is lost where times are rounded: who looks too soon finds nothing, and would nap. */
    private static final long SLACK = 50_000;

    private final Deliveries deliveries;
    private final Due due;
    private final FarEnd farEnd;
    private final Courier.Admission admission;
    private final Times times;
    private final Carrying.Policy policy;
    private final Consequences consequences;
    private final Carrying carrying;
    private final Reckoning reckoning;
    private final Telling telling;
    private final AtomicBoolean lineIsBack = new AtomicBoolean(true);
    private volatile boolean served;
    private boolean servedBefore;
    private boolean begun;
    private final Deque<Long> suspect = new ArrayDeque<>();

    Rounds(Courier.Ends ends, Times times, Backoff backoff, Duration spread) {
        this.deliveries = new Deliveries(ends.store());
        this.due = new Due(ends.store());
        this.farEnd = ends.farEnd();
        this.admission = ends.admission();
        this.times = times;
        this.policy = new Carrying.Policy(
                new Circuits(backoff), new Budget(), new Turn(backoff, spread), ends.bandwidth(), backoff);
        this.reckoning = new Reckoning(ends, times, backoff);
        this.consequences = new Consequences(ends, times, policy, suspect::add);
        this.carrying = new Carrying(ends, times, policy, consequences);
        this.telling = new Telling(ends, times, backoff);
    }

    /** The platform answers again; from any thread. */
    void lineIsBack() {
        lineIsBack.set(true);
    }

    /** Whether somebody is served at the terminal; from any thread. */
    void served(boolean so) {
        served = so;
        policy.bandwidth().served(so);
    }

    /** Has the platform asked what it has; from any thread. */
    void reckon() {
        reckoning.again();
    }

    /** What to set out with now, if anything. */
    Optional<Errand> next() {
        Optional<Errand> keep = consequences.keepReceipts(carrying.underWay());
        return keep.isPresent() ? keep : found();
    }

    private Optional<Errand> found() {
        lookAtTheClock();
        lookAtTheLine();
        if (!admission.granted()) {
            return Optional.empty();
        }
        checkReceipts();
        lookWhetherAnythingIsLeft();
        return Stream.<Supplier<Optional<Errand>>>of(this::reckonFirst, this::waitedFor, this::hello, this::carryOrTell)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What was to wait by a clock that has been put back or forward since goes on waiting for as long as it would have. */
    private void lookAtTheClock() {
        Instant now = times.now();
        if (!begun) {
            deliveries.clockWentBack(now);
            deliveries.letStraysGo(now);
            begun = true;
        }
        times.jump().ifPresent(by -> {
            deliveries.clockJumped(times.now(), by);
            times.heeded();
        });
    }

    private void lookAtTheLine() {
        long passed = times.passed();
        if (lineIsBack.getAndSet(false)) {
            storeThatTheLineIsBack();
            policy.circuits().lineIsBack();
            policy.budget().lineIsBack();
            policy.turn().lineIsBack(passed, served);
            reckoning.atOnce();
            telling.begunAnew();
        }
        if (served && !servedBefore) {
            policy.turn().somebodyCame(passed);
        }
        servedBefore = served;
    }

    /** Where the store fails it is done at the next look. */
    private void storeThatTheLineIsBack() {
        boolean stored = false;
        try {
            deliveries.lineIsBack(times.now());
            stored = true;
        } finally {
            if (!stored) {
                lineIsBack.set(true);
            }
        }
    }

    /** Receipts overtake each other while several are under way; only then can it be said that one is missing. */
    private void checkReceipts() {
        while (!suspect.isEmpty() && carrying.idle()) {
            if (deliveries.missingBefore(suspect.remove(), times.now())) {
                reckoning.again();
            }
        }
    }

    private void lookWhetherAnythingIsLeft() {
        if (policy.turn().bound() && carrying.idle() && !due.anyEver()) {
            policy.turn().emptied();
        }
    }

    private Optional<Errand> hello() {
        long passed = times.passed();
        boolean may = policy.circuits().platformLets(passed) && policy.turn().greets(passed);
        if (!may || !due.any(times.now())) {
            return Optional.empty();
        }
        policy.turn().saysHello();
        Hello.Backlog backlog = due.backlog();
        return Optional.of(new Errand() {
            @Override
            public Runnable go() throws InterruptedException {
                Hello.Outcome outcome = farEnd.hello(backlog);
                return () -> {
                    policy.turn().answered(outcome, times.passed());
                    policy.bandwidth().allow(policy.turn().bytesPerSecond());
                };
            }

            @Override
            public void cutOff() {
                policy.turn().cutOff(times.passed());
            }
        });
    }

    private Optional<Errand> reckonFirst() {
        long passed = times.passed();
        boolean turn = policy.turn().lets(passed, 0) || !due.waitedFor().isEmpty();
        return turn && policy.circuits().platformLets(passed) ? reckoning.next() : Optional.empty();
    }

    /** After a start it is first heard what the platform has; whoever waits, waits for that once. */
    private Optional<Errand> waitedFor() {
        return reckoning.underWay() && !reckoning.heard() ? Optional.empty() : carrying.waitedFor();
    }

    private Optional<Errand> carryOrTell() {
        if (reckoning.underWay()) {
            return Optional.empty();
        }
        Optional<Errand> parcel = carrying.next().or(carrying::fillAhead);
        boolean may = carrying.idle() && policy.circuits().platformLets(times.passed());
        return parcel.isPresent() || !may ? parcel : telling.next();
    }

    /** How long there is nothing to do, unless something comes back or is rung for. */
    Duration rest() {
        long passed = times.passed();
        Instant now = times.now();
        Stream<Duration> waits = Stream.of(
                        policy.circuits().changes(),
                        policy.turn().changes(),
                        telling.changes(),
                        Stream.of(policy.budget().nextAt(passed), reckoning.notBefore(), consequences.keepsAt()))
                .flatMap(it -> it)
                .filter(it -> it > passed)
                .map(it -> Duration.ofNanos(it - passed).plusNanos(SLACK));
        Stream<Duration> rows = rows(now, passed)
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .map(it -> Duration.between(now, it).plusMillis(1));
        return Stream.concat(waits, rows)
                .min(Comparator.naturalOrder())
                .filter(it -> it.compareTo(LONGEST_NAP) < 0)
                .orElse(LONGEST_NAP);
    }

    /** While more is chosen than may go, no row can be next. */
    private Stream<Optional<Instant>> rows(Instant now, long passed) {
        return carrying.hasMoreInHand()
                ? Stream.empty()
                : Stream.of(due.next(now, policy.circuits().held(passed)), telling.nextDue());
    }
}
