package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Correction;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Outbox.SentBack;
import kiosk.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large submissions, and such as must be put right, between a terminal and the reference platform. */
class LargePagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        return ((Delivered) online.sync.outbox().delivery(submission.id(), PATIENCE)).receipt();
    }

    /** One that was begun while somebody waited says so, however late it arrives. */
    private void anotherAttemptHasFailed() {
        int before = attempts();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (attempts() == before && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private int attempts() {
        return online.sync.outbox().list(1).get(0).attempts();
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("K001/parts"))) {
            return files.count();
        }
    }

    /** They go after the receipt is on the disk, while the next one is under way already. */
    private boolean noFileIsLeft() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (files() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
        }
        return files() == 0;
    }

    @Test
    void largePagesArriveWholeAndOnceThoughAnAnswerIsCutAndTheTerminalIsRestarted() throws Exception {
        arrivesThoughCut(1, 60);
    }

    /** The terminal is restarted at another moment each time. */
    @RepeatedTest(30)
    @Tag("soak")
    void largePagesArriveWholeAndOnceThoughAnswersAreCutAndTheTerminalIsRestarted(RepetitionInfo round)
            throws Exception {
        arrivesThoughCut(2, 20 + 10 * round.getCurrentRepetition());
    }

    private void arrivesThoughCut(int answers, int millisecondsUpToTheRestart) throws Exception {
        Submission large = Handed.withPages(new byte[2_000_000], new byte[40], new byte[900_000]);
        online.province.misbehaviour().cutAnswers(answers);
        online.sync.outbox().accept(large);
        assertThat(files()).isEqualTo(2);
        online.sync.outbox().delivery(large.id(), Duration.ofMillis(millisecondsUpToTheRestart));
        online.crash();
        assertThat(delivered(large).caseNumber()).startsWith("M");
        assertThat(online.province.ledger(large.id())).hasSize(1);
        assertThat(online.province.submission(large.id()).path("pages")).hasSize(3);
        assertThat(noFileIsLeft()).isTrue();
    }

    @Test
    void aSubmissionWhoseFormItselfIsLargeTravelsInPartsToo() throws Exception {
        byte[] drawn = new byte[200_000];
        new java.util.Random(7).nextBytes(drawn);
        Submission large = Handed.withSignature(drawn);
        online.sync.outbox().accept(large);
        assertThat(delivered(large).caseNumber()).startsWith("M");
        assertThat(online.province
                        .submission(large.id())
                        .path("submission")
                        .path("signature")
                        .path("base64")
                        .asText())
                .isEqualTo(java.util.Base64.getEncoder().encodeToString(drawn));
        assertThat(noFileIsLeft()).isTrue();
    }

    @Test
    void whatACitizenWaitsForIsSentBackAtOnceAndMendedUnderTheSameNumber() throws Exception {
        Submission wrong = Handed.withWrongPhone();
        Accepted first = (Accepted) online.sync.outbox().accept(wrong);
        assertThat(online.sync.outbox().delivery(wrong.id(), PATIENCE)).isInstanceOf(SentBack.class);
        Submission mended = Handed.correcting(Handed.care(), new Correction(first.number(), Optional.empty()));
        assertThat(online.sync.outbox().accept(mended)).isEqualTo(first);
        delivered(mended);
        assertThat(online.province.ledger(wrong.id())).isEmpty();
        assertThat(online.province.ledger(mended.id()).get(0).path("number").asText())
                .isEqualTo(first.number().text());
    }

    @Test
    void whatNobodyWaitsForIsTakenInAsItIsAndPutRightLaterUnderItsCase() throws Exception {
        online.province.misbehaviour().hangUp();
        Submission wrong = Handed.withWrongPhone();
        Accepted first = (Accepted) online.sync.outbox().accept(wrong);
        online.sync.outbox().delivery(wrong.id(), Duration.ofMillis(50));
        anotherAttemptHasFailed();
        online.province.misbehaviour().behave();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (online.sync.outbox().summary().delivered() == 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
        }
        CaseReceipt returned = delivered(wrong);
        Correction correction = new Correction(first.number(), Optional.of(wrong.id()));
        Submission mended = Handed.correcting(Handed.care(), correction);
        online.sync.outbox().accept(mended);
        assertThat(delivered(mended).caseNumber()).isEqualTo(returned.caseNumber());
        assertThat(online.province.ledger(mended.id())).hasSize(1);
    }
}
