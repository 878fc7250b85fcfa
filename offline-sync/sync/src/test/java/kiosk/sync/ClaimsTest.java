package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import kiosk.platform.Answer;
import kiosk.platform.Collectable;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What did not come out of one terminal is collected at another, and nothing comes out twice without anybody knowing. */
class ClaimsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private Online online;

    @BeforeEach
    void open() throws Exception {
        online = new Online(folder);
    }

    @AfterEach
    void close() {
        online.close();
    }

    private CaseReceipt delivered(Submission submission) throws InterruptedException {
        online.sync.outbox().accept(submission);
        return ((Delivered) online.sync.outbox().delivery(submission.id(), PATIENCE)).receipt();
    }

    private static void prints(Sync at, Submission submission, Paper paper, Outcome outcome) {
        UUID attempt = at.prints().begins(submission.id(), paper).orElseThrow();
        at.prints().ended(attempt, outcome);
    }

    private static List<Collectable> waiting(Sync at) throws InterruptedException {
        String session = at.platform()
                .identify(Handed.idCard())
                .map(it -> it.session().orElseThrow())
                .or("");
        return at.platform().collectables(session).or(List.of());
    }

    /** What waits, once it is what is awaited; the courier brings the news by itself. */
    private static List<Collectable> awaited(Sync at, List<Collectable> expected) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<Collectable> seen = waiting(at);
        while (!seen.equals(expected) && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
            seen = waiting(at);
        }
        return seen;
    }

    private static Collectable owed(Submission care, CaseReceipt receipt, Sync at, int printed) {
        return new Collectable(
                care.id(),
                care.item().code(),
                ((kiosk.submission.Outbox.Accepted) at.outbox().accept(care)).number(),
                printed,
                Optional.of(new Collectable.Owed(receipt, Optional.empty())));
    }

    @Test
    void aReceiptThatDidNotComeOutIsPrintedAtAnotherTerminalUnderTheSameNumberOnce() throws Exception {
        Submission care = Handed.care();
        CaseReceipt receipt = delivered(care);
        prints(online.sync, care, Paper.RECEIPT, Outcome.NOT_OUT);
        try (Sync there = online.admitted("K002")) {
            List<Collectable> expected = List.of(owed(care, receipt, online.sync, 0));
            assertThat(awaited(there, expected)).isEqualTo(expected);
            prints(there, care, Paper.RECEIPT, Outcome.OUT);
            assertThat(awaited(there, List.of())).isEmpty();
        }
        assertThat(waiting(online.sync)).isEmpty();
    }

    @Test
    void theHandOverOfADocumentIsToldAfterTheVisitWhoseSessionHasEnded() throws Exception {
        Submission asked = Handed.contributions();
        delivered(asked);
        try (Sync there = online.admitted("K002")) {
            String session = there.platform()
                    .identify(Handed.idCard())
                    .map(it -> it.session().orElseThrow())
                    .or("");
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (there.platform().collectables(session).or(List.of()).isEmpty() && System.nanoTime() < until) {
                LockSupport.parkNanos(20_000_000);
            }
            there.platform().leave(session);
            assertThat(there.platform().collectables(session)).isEqualTo(new Answer.Refused<>(Answer.Refusal.OTHER));
            assertThat(there.platform().collected(asked.id())).isEqualTo(new Answer.Answered<>(asked.id()));
            assertThat(waiting(there)).isEmpty();
        }
    }

    @Test
    void aReceiptThatPerhapsCameOutWaitsAndSaysSo() throws Exception {
        Submission care = Handed.care();
        CaseReceipt receipt = delivered(care);
        prints(online.sync, care, Paper.RECEIPT, Outcome.PERHAPS);
        List<Collectable> expected = List.of(owed(care, receipt, online.sync, 1));
        assertThat(awaited(online.sync, expected)).isEqualTo(expected);
    }

    @Test
    void aReceiptThatCameOutIsNotOwed() throws Exception {
        Submission care = Handed.care();
        delivered(care);
        assertThat(waiting(online.sync)).isEmpty();
        prints(online.sync, care, Paper.RECEIPT, Outcome.OUT);
        assertThat(online.sync.prints().printed(care.id(), Paper.RECEIPT)).isEqualTo(1);
        assertThat(waiting(online.sync)).isEmpty();
    }

    @Test
    void aTerminalKilledWhileItPrintsADocumentLeavesItUncertainEverywhere() throws Exception {
        Submission asked = Handed.contributions();
        delivered(asked);
        assertThat(online.sync.prints().begins(asked.id(), Paper.DOCUMENT)).isPresent();
        online.crash();
        assertThat(online.sync.prints().printed(asked.id(), Paper.DOCUMENT)).isEqualTo(1);
        assertThat(online.sync.prints().printed(asked.id(), Paper.RECEIPT)).isZero();
        try (Sync there = online.admitted("K002")) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            List<Integer> printed = List.of();
            while (!printed.equals(List.of(1)) && System.nanoTime() < until) {
                LockSupport.parkNanos(20_000_000);
                printed = waiting(there).stream().map(Collectable::printed).toList();
            }
            assertThat(printed).containsExactly(1);
            assertThat(waiting(there))
                    .allSatisfy(it -> assertThat(it.issued())
                            .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(Instant.now())));
            prints(there, asked, Paper.DOCUMENT, Outcome.OUT);
            assertThat(awaited(there, List.of())).isEmpty();
        }
    }
}
