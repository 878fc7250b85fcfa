package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kiosk.journal.JournalVerdict;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Limits;
import kiosk.sync.wire.Reconciliation;
import org.junit.jupiter.api.Test;

/** What was delivered long ago is let go, but for its receipt, and only while the platform says that it has it. */
class RetentionTest extends Round {
    private final List<Submission> handed =
            Stream.generate(Handed::care).limit(3).toList();

    private Retention retention() throws IOException {
        Reconciliation reconciliation = new Reconciliation(wire, office.platform.shelf(folder));
        return new Retention(
                store, reconciliation, Clock.offset(clock, Duration.ofDays(2)), new Limits.Kept(Duration.ofDays(1), 1));
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
    void withoutAnAnswerNothingIsLetGo() throws Exception {
        deliver();
        office.saysOfWhatIsHere(request -> "500 {\"error\":\"broken\"}");
        assertThat(retention().shorten()).isZero();
        assertThat(outbox.delivery(handed.get(0).id(), Duration.ZERO)).isInstanceOf(Delivered.class);
    }
}
