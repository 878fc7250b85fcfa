package kiosk.sync.courier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionId;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Parcel.Setback;
import kiosk.sync.wire.Reconciliation;
import kiosk.sync.wire.Reconciliation.Told;

/**
 * Finds out what the platform has of what waits here, at the start and whenever there is reason to doubt it: after a damaged store, after
 * a receipt that does not follow the last, after a change of keys. What it has is closed with its receipt; nothing waits for this to
 * succeed, because what is sent once more does no harm.
 */
final class Reckoning {
    private final Deliveries deliveries;
    private final FarEnd farEnd;
    private final Journal journal;
    private final Times times;
    private final Backoff backoff;
    private final AtomicBoolean asked = new AtomicBoolean(true);
    private boolean underWay;
    private boolean heard;
    private long notBefore;
    private long after;
    private int found;
    private int failures;

    Reckoning(Courier.Ends ends, Times times, Backoff backoff) {
        this.deliveries = new Deliveries(ends.store());
        this.farEnd = ends.farEnd();
        this.journal = ends.store().journal();
        this.times = times;
        this.backoff = backoff;
    }

    /** Has it done (once more) when it is its turn; from any thread. */
    void again() {
        asked.set(true);
    }

    /** The line is back, or the clock was put right: there is no reason to wait. */
    void atOnce() {
        notBefore = 0;
    }

    boolean underWay() {
        return underWay;
    }

    /** Whether anything was ever heard of it, if only that it cannot be told now. */
    boolean heard() {
        return heard;
    }

    /** Until when nothing is asked, as time that passed. */
    long notBefore() {
        return notBefore;
    }

    /** Asks of the next few, if there is something to ask now. */
    Optional<Errand> next() {
        if (!asked.get() || underWay || times.passed() < notBefore) {
            return Optional.empty();
        }
        List<Unproven> those = deliveries.unproven(after, Reconciliation.MOST);
        underWay = true;
        return Optional.of(new Errand() {
            @Override
            public Runnable go() throws InterruptedException {
                Reconciliation.Outcome outcome = farEnd.reconcile(those);
                return () -> heard(those, outcome);
            }

            @Override
            public void cutOff() {
                later(Optional.empty());
            }
        });
    }

    private void heard(List<Unproven> those, Reconciliation.Outcome outcome) {
        if (outcome instanceof Told told) {
            underWay = false;
            heard = true;
            failures = 0;
            take(told);
            go(those, told.lastPlace());
        } else {
            later(outcome instanceof Reconciliation.NotNow not ? not.retryAfter() : Optional.empty());
        }
    }

    private void later(Optional<Duration> wish) {
        underWay = false;
        heard = true;
        failures++;
        notBefore = times.passed() + backoff.after(failures, wish).toNanos();
    }

    private void take(Told told) {
        List<Deliveries.Arrival> arrived = told.proofs().stream()
                .map(it -> new Deliveries.Arrival(SubmissionId.parse(it.signed().id()), it))
                .toList();
        deliveries.delivered(arrived, times.now());
        found += arrived.size();
        told.conflicts().forEach(it -> deliveries.setAside(it, Setback.CONFLICT, times.now()));
    }

    private void go(List<Unproven> those, long lastPlace) {
        if (those.size() == Reconciliation.MOST) {
            after = those.get(those.size() - 1).seq();
            return;
        }
        if (lastPlace > deliveries.lastPlace()) {
            deliveries.ledgerAhead(lastPlace, times.now());
        }
        journal.note(Occurrence.RECONCILED, new Journal.Count(found));
        asked.set(false);
        after = 0;
        found = 0;
    }
}
