package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.form.Problem;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Outbox.SentBack;
import kiosk.submission.Outbox.Underway;
import kiosk.submission.Submission;
import kiosk.submission.SuppliedMaterial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import platform.Misbehaviour.Disguise;

class SyncTest {
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

    private Sync sync() {
        return online.sync;
    }

    private Province province() {
        return online.province;
    }

    @Test
    void whatIsHandedInIsReadByThePlatformOnce() throws Exception {
        Submission care = Handed.withPages(new byte[70_000], new byte[10]);
        Outbox.Accepted accepted = (Outbox.Accepted) sync().outbox().accept(care);
        Delivered delivered = (Delivered) sync().outbox().delivery(care.id(), PATIENCE);
        assertThat(delivered.receipt().caseNumber()).startsWith("M").hasSize(19);
        assertThat(delivered.receipt().due()).isPresent();
        assertThat(province().ledger(care.id())).hasSize(1);
        assertThat(province().ledger(care.id()).get(0).path("number").asText())
                .isEqualTo(accepted.number().text());
        var read = province().submission(care.id());
        assertThat(read.path("submission").path("citizen").path("name").asText())
                .isEqualTo(Handed.NAME);
        assertThat(read.path("pages")).hasSize(2);
    }

    @Test
    void anAnswerCutAfterAcceptanceIsAskedForAgainAndEnteredOnce() throws Exception {
        province().misbehaviour().cutAnswers(1);
        Submission care = Handed.care();
        sync().outbox().accept(care);
        assertThat(sync().outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().ledger(care.id())).hasSize(1);
        assertThat(province().ledger(care.id()).get(0).path("deliveries").asInt())
                .isEqualTo(2);
    }

    @Test
    void everySubmissionDeliveredTwiceIsStillEnteredOnce() throws Exception {
        province().misbehaviour().deliverTwice();
        Submission care = Handed.care();
        sync().outbox().accept(care);
        assertThat(sync().outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().ledger(care.id())).hasSize(1);
    }

    @Test
    void theQueueDrainsAfterTheLineIsBackThoughNothingNewIsQueued() throws Exception {
        province().misbehaviour().hangUp();
        List<Submission> queued = Stream.generate(Handed::care).limit(20).toList();
        queued.forEach(sync().outbox()::accept);
        assertThat(sync().outbox().delivery(queued.get(0).id(), Duration.ofMillis(300)))
                .isEqualTo(new Underway());
        province().misbehaviour().behave();
        for (Submission each : queued) {
            assertThat(sync().outbox().delivery(each.id(), PATIENCE)).isInstanceOf(Delivered.class);
            assertThat(province().ledger(each.id())).hasSize(1);
        }
        assertThat(sync().outbox().summary())
                .isEqualTo(new Outbox.Summary(0, 20, 0, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(value = Disguise.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAnswerOfWhateverSitsOnTheLineIsNoReceipt(Disguise disguise) throws Exception {
        province().misbehaviour().disguiseAs(disguise);
        Submission care = Handed.care();
        sync().outbox().accept(care);
        assertThat(cameToNothing(care)).isTrue();
        assertThat(sync().outbox().list(5)).extracting(Outbox.Waiting::state).containsExactly("READY");
        assertThat(province().ledger(care.id())).isEmpty();
        province().misbehaviour().behave();
        assertThat(sync().outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().ledger(care.id())).hasSize(1);
        assertThat(province().ledger(care.id()).get(0).path("deliveries").asInt())
                .isEqualTo(1);
    }

    /** Whether an attempt was made within the time, and nothing that could be trusted came back. */
    private boolean cameToNothing(Submission submission) {
        String noted = "of=" + submission.id() + " which=NO_ANSWER";
        long until = System.nanoTime() + PATIENCE.toNanos();
        boolean seen = false;
        while (!seen && System.nanoTime() < until) {
            seen = sync().journal().entries(50).stream()
                    .anyMatch(it -> it.figures().equals(noted));
        }
        return seen;
    }

    @Test
    void whatWasQueuedBeforeACrashIsDeliveredAfterIt() throws Exception {
        province().misbehaviour().hangUp();
        Submission care = Handed.care();
        Outbox.Acceptance number = sync().outbox().accept(care);
        online.crash();
        province().misbehaviour().behave();
        assertThat(sync().outbox().accept(care)).isEqualTo(number);
        assertThat(sync().outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        online.crash();
        assertThat(sync().outbox().delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().ledger(care.id())).hasSize(1);
    }

    @Test
    void whatThePlatformSendsBackSaysWhatToMend() throws Exception {
        Submission wrong = Handed.withWrongPhone();
        sync().outbox().accept(wrong);
        SentBack back = (SentBack) sync().outbox().delivery(wrong.id(), PATIENCE);
        assertThat(back.problems()).extracting(Problem::field).containsExactly(Optional.of("phone"));
        assertThat(back.problems().get(0).message()).isPresent();
        assertThat(sync().outbox().summary().stuck()).isEqualTo(1);
    }

    @Test
    void whatThePlatformDoesNotOfferIsRefused() throws Exception {
        Submission unknown = Handed.unknownItem();
        sync().outbox().accept(unknown);
        assertThat(sync().outbox().delivery(unknown.id(), PATIENCE)).isEqualTo(new Outbox.Refused());
        assertThat(sync().outbox().list(5)).extracting(Outbox.Waiting::state).containsExactly("REFUSED");
    }

    @Test
    void aRatingFollowsWhatItRates() throws Exception {
        province().misbehaviour().hangUp();
        Submission care = Handed.care();
        sync().outbox().accept(care);
        var rating = Handed.rating(care, 4);
        sync().outbox().rate(rating);
        province().misbehaviour().behave();
        assertThat(sync().outbox().delivery(rating.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().ledger(rating.id())).hasSize(1);
        assertThat(province().ledger(rating.id()).get(0).path("deliveries").asInt())
                .isEqualTo(1);
    }

    @Test
    void theFolderIsForOneProcessAndGivenBack() {
        assertThatIllegalStateException().isThrownBy(() -> online.open("K001"));
        online.sync.close();
        online.crash();
        assertThat(sync().outbox().summary().open()).isTrue();
    }

    @Test
    void theJournalTellsOfTheLineAndOfEachDelivery() throws Exception {
        Submission care = Handed.care();
        sync().outbox().accept(care);
        sync().outbox().delivery(care.id(), PATIENCE);
        assertThat(sync().journal().entries(20))
                .extracting(it -> it.event())
                .contains(
                        Occurrence.REACH_CHANGED.id(),
                        Occurrence.SUBMISSION_QUEUED.id(),
                        Occurrence.SUBMISSION_DELIVERED.id());
    }

    @Test
    void pagesBoundIntoOnePdfArriveAsOnePage() throws Exception {
        byte[] pdf = "%PDF-1.7 three pages".getBytes(StandardCharsets.US_ASCII);
        Submission bound = Handed.care().with(List.of(new SuppliedMaterial.Bound("referral", pdf)));
        sync().outbox().accept(bound);
        assertThat(sync().outbox().delivery(bound.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().submission(bound.id()).path("pages"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("contentType").asText()).isEqualTo("application/pdf");
                    assertThat(it.path("bytes").intValue()).isEqualTo(pdf.length);
                });
    }

    @Test
    void aTerminalsNameBeginsItsNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> online.open("k-1"));
        assertThat(SyncSettings.of("K001", province().address(), folder).spread())
                .isPositive();
    }
}
