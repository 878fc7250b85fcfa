package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kiosk.journal.JournalVerdict;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Limits;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Reconciliation;
import org.junit.jupiter.api.Test;

/** What was delivered long ago is let go, but for its receipt, and only while the platform says that it has it. */
class RetentionTest extends Round {
    private final List<Submission> handed =
            Stream.generate(Handed::care).limit(3).toList();

    private Retention retention() throws IOException {
        return retention(store, Reconciliation.MOST);
    }

    private Retention retention(Store of, int atOnce) throws IOException {
        Reconciliation reconciliation = new Reconciliation(wire, office.platform.shelf(folder));
        return new Retention(
                of,
                reconciliation,
                Clock.offset(clock, Duration.ofDays(2)),
                new Limits.Kept(Duration.ofDays(1), 1),
                atOnce);
    }

    private void deliver() throws InterruptedException {
        courier.start();
        for (Submission each : handed) {
            outbox.accept(each);
            assertThat(outbox.delivery(each.id(), PATIENCE)).isInstanceOf(Delivered.class);
        }
    }

    private boolean noted(Occurrence occurrence) {
        return store.journal().entries(50).stream().anyMatch(it -> it.event() == occurrence.id());
    }

    @Test
    void whatThePlatformHasIsLetGoButForTheLastThatTheNextFollows() throws Exception {
        deliver();
        assertThat(retention().shorten()).isEqualTo(2);
        assertThat(outbox.delivery(handed.get(2).id(), Duration.ZERO)).isInstanceOf(Delivered.class);
        assertThat(retention().shorten()).isZero();
        assertThat(store.deliveredBefore(clock.instant().plus(Duration.ofDays(1)), 10))
                .isEmpty();
        try (StoreView view = StoreView.of(folder)) {
            JournalVerdict verdict = JournalAudit.of(view, office.platform.shelf(folder));
            assertThat(verdict.wrong()).isEmpty();
            assertThat(verdict.vouched()).as("its receipts are there").isEqualTo(3);
        }
        assertThat(noted(Occurrence.RECEIPTS_SHORTENED)).isTrue();
    }

    @Test
    void whatWasLetGoOfIsKnownToBeDeliveredAndItsNumberIsNeverGivenAgain() throws Exception {
        Clock before = Clock.fixed(clock.instant(), clock.getZone());
        deliver();
        Outbox.Delivery known = outbox.delivery(handed.get(1).id(), Duration.ZERO);
        Outbox.Acceptance taken = outbox.accept(handed.get(1));
        clock.turn(Duration.ofDays(1));
        Submission nextDay = Handed.care();
        outbox.accept(nextDay);
        assertThat(outbox.delivery(nextDay.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(retention().shorten()).isEqualTo(3);
        assertThat(outbox.delivery(handed.get(1).id(), Duration.ZERO)).isEqualTo(known);
        assertThat(outbox.accept(handed.get(1))).isEqualTo(taken);
        clock.turn(Duration.between(clock.instant(), before.instant()));
        assertThat(number(Handed.care())).contains("-0004-");
    }

    private String number(Submission submission) {
        return ((Outbox.Accepted) outbox.accept(submission)).number().text();
    }

    @Test
    void whatThePlatformDisownsIsKeptAndIsAnAlarm() throws Exception {
        deliver();
        office.saysOfWhatIsHere(request -> "200 {\"submissions\":["
                + Office.state(handed.get(0).id().toString(), "unknown", "") + ","
                + Office.state(handed.get(1).id().toString(), "unknown", "") + "],\"ledgerSeq\":3}");
        assertThat(retention().shorten()).isZero();
        assertThat(noted(Occurrence.RECEIPT_DISOWNED)).isTrue();
        assertThat(outbox.delivery(handed.get(0).id(), Duration.ZERO)).isInstanceOf(Delivered.class);
    }

    @Test
    void whatIsMoreThanCanBeAskedAtOnceGoesPageByPage() throws Exception {
        deliver();
        courier.close();
        int asked = office.reconciled().size();
        assertThat(retention(store, 1).shorten()).isEqualTo(2);
        assertThat(office.reconciled().subList(asked, office.reconciled().size()))
                .hasSize(2)
                .allMatch(it -> it.split("\"id\"").length == 2);
        assertThat(store.deliveredBefore(clock.instant().plus(Duration.ofDays(1)), 10))
                .isEmpty();
    }

    @Test
    void aPageThatThePlatformDisownsHoldsUpNoneBehindIt() throws Exception {
        deliver();
        courier.close();
        String first = handed.get(0).id().toString();
        office.saysOfWhatIsHere(request ->
                office.reconciled().get(office.reconciled().size() - 1).contains(first)
                        ? "200 {\"submissions\":[" + Office.state(first, "unknown", "") + "],\"ledgerSeq\":3}"
                        : "");
        assertThat(retention(store, 1).shorten()).isEqualTo(1);
        assertThat(store.deliveredBefore(clock.instant().plus(Duration.ofDays(1)), 10))
                .extracting(it -> it.id().toString())
                .containsExactly(first);
    }

    @Test
    void theDailyLookShortensTheJournalTooAndDoesSoWithoutALine() throws Exception {
        office.saysOfWhatIsHere(request -> "500 {\"error\":\"broken\"}");
        Limits few = new Limits(0, 64 << 20, 0).keeping(Duration.ofDays(1), 5);
        try (Store kept = Store.open(folder.resolve("few"), few, clock)) {
            for (int i = 0; i < 20; i++) {
                kept.journal().note(Occurrence.CARD_READ);
            }
            assertThat(kept.journal().entries(50)).hasSize(20);
            retention(kept, 1).look();
            assertThat(kept.journal().entries(50)).hasSize(6);
        }
    }

    @Test
    void withoutAnAnswerNothingIsLetGo() throws Exception {
        deliver();
        office.saysOfWhatIsHere(request -> "500 {\"error\":\"broken\"}");
        assertThat(retention().shorten()).isZero();
        assertThat(outbox.delivery(handed.get(0).id(), Duration.ZERO)).isInstanceOf(Delivered.class);
    }
}
