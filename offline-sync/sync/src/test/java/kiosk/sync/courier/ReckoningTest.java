package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Deliveries.Unproven;
import org.junit.jupiter.api.Test;

/** What the platform has is found out before anything is sent, and is never sent for nothing nor lost. */
class ReckoningTest extends Round {
    private Unproven unproven(Submission submission) {
        return new Deliveries(store)
                .unproven(0, 200).stream()
                        .filter(it -> it.id().equals(submission.id()))
                        .findFirst()
                        .orElseThrow();
    }

    /** The platform has it, as after an answer that was lost. */
    private void has(Submission submission) {
        Unproven there = unproven(submission);
        office.ledger.receipt(there.id().toString(), there.number(), there.digest());
    }

    private boolean noted(Occurrence occurrence) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean seen = false;
        while (!seen && System.nanoTime() < until) {
            seen = store.journal().entries(50).stream().anyMatch(it -> it.event() == occurrence.id());
            Thread.onSpinWait();
        }
        return seen;
    }

    @Test
    void whatThePlatformHasIsClosedWithItsReceiptAndNotSentAgain() throws Exception {
        Submission arrived = Handed.care();
        Submission not = Handed.residence();
        outbox.accept(arrived);
        outbox.accept(not);
        has(arrived);
        courier.start();
        assertThat(outbox.delivery(arrived.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(outbox.delivery(not.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(office.arrived()).containsExactly(not.id().toString());
        assertThat(noted(Occurrence.RECONCILED)).isTrue();
        assertThat(noted(Occurrence.SUBMISSION_DELIVERED)).isTrue();
    }

    @Test
    void moreThanFitIntoOneQuestionAreAskedInTurn() throws Exception {
        for (int i = 0; i < 201; i++) {
            outbox.accept(Handed.care());
        }
        courier.start();
        assertThat(noted(Occurrence.RECONCILED)).isTrue();
        assertThat(office.reconciled()).hasSize(2);
        assertThat(office.reconciled().get(0).split("\"id\"")).hasSize(201);
        assertThat(office.reconciled().get(1).split("\"id\"")).hasSize(2);
    }

    @Test
    void aConflictIsAnAlarmAndSetAside() throws Exception {
        Submission care = Handed.care();
        outbox.accept(care);
        office.saysOfWhatIsHere(request ->
                "200 {\"submissions\":[" + Office.state(care.id().toString(), "conflict", "") + "],\"ledgerSeq\":0}");
        courier.start();
        assertThat(outbox.delivery(care.id(), PATIENCE)).isEqualTo(new Outbox.Refused());
        assertThat(noted(Occurrence.SUBMISSION_CONFLICT)).isTrue();
        assertThat(office.arrived()).isEmpty();
    }

    @Test
    void aReceiptOfAStrangerClosesNothing() throws Exception {
        Submission care = Handed.care();
        outbox.accept(care);
        Unproven there = unproven(care);
        String forged = new kiosk.sync.seal.Ledgers(new kiosk.sync.seal.Opener())
                .receipt(there.id().toString(), there.number(), there.digest());
        office.saysOfWhatIsHere(request -> "200 {\"submissions\":["
                + Office.state(care.id().toString(), "accepted", ",\"receipt\":" + forged) + "],\"ledgerSeq\":1}");
        courier.start();
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(office.arrived()).containsExactly(care.id().toString());
    }

    @Test
    void aPlatformThatCannotTellIsSentToAllTheSame() throws Exception {
        office.saysOfWhatIsHere(request -> "500 {\"error\":\"broken\"}");
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        tryAgainUntil(care);
        office.saysOfWhatIsHere(request -> "404 {\"error\":\"not-found\"}");
        courier.reckon();
        tryAgain();
        Submission other = Handed.care();
        outbox.accept(other);
        assertThat(outbox.delivery(other.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    private void tryAgainUntil(Submission submission) throws InterruptedException {
        Outbox.Delivery end = outbox.delivery(submission.id(), Duration.ofMillis(50));
        for (int i = 0; i < 50 && !(end instanceof Delivered); i++) {
            tryAgain();
            end = outbox.delivery(submission.id(), Duration.ofMillis(100));
        }
        assertThat(end).isInstanceOf(Delivered.class);
    }

    @Test
    void aReceiptAheadOfItsPredecessorIsAnAlarmAndThePredecessorIsFound() throws Exception {
        courier.start();
        assertThat(noted(Occurrence.RECONCILED)).isTrue();
        Submission lost = Handed.care();
        office.says(request -> {
            office.ledger.receipt(office.head(), office.manifest());
            return "500 {\"error\":\"broken\"}";
        });
        outbox.accept(lost);
        waiting(1, lost);
        office.says(request -> "");
        Submission next = Handed.residence();
        outbox.accept(next);
        assertThat(outbox.delivery(next.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(noted(Occurrence.RECEIPT_GAP)).isTrue();
        assertThat(outbox.delivery(lost.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(office.arrived()).containsExactly(next.id().toString());
    }

    @Test
    void whatWasGivenUpWhileItWasUnderWayAndArrivedIsFound() throws Exception {
        Submission care = Handed.care();
        office.says(request -> {
            office.ledger.receipt(office.head(), office.manifest());
            outbox.abandon(care.id());
            return "500 {\"error\":\"broken\"}";
        });
        outbox.accept(care);
        courier.start();
        assertThat(noted(Occurrence.SUBMISSION_GIVEN_UP)).isTrue();
        courier.reckon();
        assertThat(noted(Occurrence.SUBMISSION_DELIVERED)).isTrue();
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void aLedgerThatIsAheadOfThisTerminalIsAnAlarm() throws Exception {
        office.ledger.receipt(Handed.care().id().toString(), "K001-261122-0001-4", "sm3=:" + "A".repeat(43) + "=:");
        courier.start();
        assertThat(noted(Occurrence.LEDGER_AHEAD)).isTrue();
        Outbox.Accepted next = (Outbox.Accepted) outbox.accept(Handed.care());
        assertThat(next.number().text())
                .as("a number of the day that was given before is not given again")
                .matches("K001-[0-9]{6}-[0-9]{6}-.");
    }

    @Test
    void aTerminalThatIsNotKnownPausesRaisesTheAlarmOnceAndLosesNothing() throws Exception {
        List<String> words = List.of("unknown-terminal", "certificate-expired", "unknown-terminal");
        Submission care = Handed.care();
        office.says(request -> "403 {\"error\":\"" + words.get(0) + "\"}");
        outbox.accept(care);
        courier.start();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            waiting(i + 1, care);
            office.says(request -> "403 {\"error\":\"" + word + "\"}");
            tryAgain();
        }
        assertThat(doubts.get()).isGreaterThanOrEqualTo(3);
        office.says(request -> "");
        tryAgainUntil(care);
        assertThat(store.journal().entries(100).stream()
                        .filter(it -> it.event() == Occurrence.TERMINAL_LOCKED_OUT.id()))
                .hasSize(1);
        assertThat(((Accepted) outbox.accept(care)).number()).isNotNull();
    }
}
