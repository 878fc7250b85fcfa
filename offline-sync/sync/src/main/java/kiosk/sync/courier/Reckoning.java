package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Setback;
import kiosk.sync.wire.Reconciliation;
import kiosk.sync.wire.Reconciliation.Told;

/**
 * Finds out what the platform has of what waits here, at the start and whenever there is reason to doubt it: after a damaged store, after
 * a receipt that does not follow the last, after a change of keys. What it has is closed with its receipt; nothing waits for this to
 * succeed, because what is sent once more does no harm.
 */
final class Reckoning {
    private final Deliveries deliveries;
    private final Reconciliation reconciliation;
    private final Journal journal;
    private final Backoff backoff;
    private final AtomicBoolean asked = new AtomicBoolean(true);
    private Instant notBefore = Instant.MIN;
    private long after;
    private int found;
    private int failures;

    Reckoning(Deliveries deliveries, Reconciliation reconciliation, Journal journal, Backoff backoff) {
        this.deliveries = deliveries;
        this.reconciliation = reconciliation;
        this.journal = journal;
        this.backoff = backoff;
    }

    /** Has it done (once more) when it is its turn. */
    void again() {
        asked.set(true);
    }

    /** Whether there is something to ask now. */
    boolean due(Instant now) {
        return asked.get() && !now.isBefore(notBefore);
    }

    /** The line is back, or the clock was put right: there is no reason to wait. */
    void atOnce() {
        notBefore = Instant.MIN;
    }

    /** Asks of the next few. */
    void ask(Instant now) throws InterruptedException {
        List<Unproven> those = deliveries.unproven(after, Reconciliation.MOST);
        Reconciliation.Outcome outcome = reconciliation.ask(those);
        if (outcome instanceof Told told) {
            failures = 0;
            take(told, now);
            go(those, told.lastPlace());
            return;
        }
        Optional<Duration> wish = outcome instanceof Reconciliation.NotNow not ? not.retryAfter() : Optional.empty();
        notBefore = now.plus(backoff.after(failures, wish));
        failures++;
    }

    private void take(Told told, Instant now) {
        for (Proof proof : told.proofs()) {
            deliveries.delivered(SubmissionId.parse(proof.signed().id()), proof, now);
            found++;
        }
        told.conflicts().forEach(it -> deliveries.setAside(it, Setback.CONFLICT, now));
    }

    private void go(List<Unproven> those, long lastPlace) {
        if (those.size() == Reconciliation.MOST) {
            after = those.get(those.size() - 1).seq();
            return;
        }
        if (lastPlace > deliveries.lastPlace()) {
            journal.note(Occurrence.LEDGER_AHEAD, new Journal.Count(lastPlace));
        }
        journal.note(Occurrence.RECONCILED, new Journal.Count(found));
        asked.set(false);
        after = 0;
        found = 0;
    }
}
