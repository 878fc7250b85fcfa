package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Prefill;
import kiosk.form.Problem;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.submission.Consent;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;
import kiosk.submission.Paperwork;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;

class BackOfficeTest {
    private static final String SESSION = PaperPlatform.SESSION;
    private static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 1);

    private final Counterpart world = new Counterpart();
    private final PortsPerformer performer = world.performer();
    private final List<VisitEvent> meanwhile = new ArrayList<>();
    private final SubmissionId id = SubmissionId.create(world.clock);
    private final Submission submission = Matter.begun(
                    id, People.zhang(), new Consent("1", TurnedClock.MORNING), Items.FEE)
            .handedIn(TurnedClock.MORNING);

    private Optional<VisitEvent> perform(Effect effect) throws InterruptedException {
        return performer.perform(effect, meanwhile::add);
    }

    private void assertAnswer(Effect effect, VisitEvent answer) throws InterruptedException {
        assertThat(perform(effect)).contains(answer);
    }

    @Test
    void whoIsKnownIsNotedAndWhoIsNotIsNot() throws InterruptedException {
        world.platform.cutTheLine();
        Effect identify = new Effect.Identify(People.zhangsEvidence());
        assertAnswer(identify, new VisitEvent.Identified(new Answer.Unreachable<>()));
        world.platform.restoreTheLine();
        assertThat(world.journal.occurrences()).isEmpty();
        assertAnswer(identify, new VisitEvent.Identified(new Answer.Answered<>(People.zhang())));
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.CITIZEN_IDENTIFIED);
    }

    @Test
    void whatThePlatformKnowsIsFetched() throws InterruptedException {
        Collectable document = new Collectable(id, Items.PROOF.code(), NUMBER);
        world.platform.keep(document);
        Problem problem = Problem.of("phone", Problem.Why.PLATFORM);
        world.platform.find(problem);
        assertAnswer(new Effect.FindCollectables(SESSION), new VisitEvent.CollectablesFound(List.of(document)));
        assertAnswer(
                new Effect.FetchPrefill(SESSION, Items.CARE),
                new VisitEvent.PrefillFound(Items.CARE.code(), Map.of(Prefill.PLATFORM_PHONE, "13800000000")));
        assertAnswer(new Effect.AskPreCheck(SESSION, "x", Map.of()), new VisitEvent.PreChecked(List.of(problem)));
        assertThat(perform(new Effect.FindCertificates(SESSION, Map.of("permit", "residence-permit"))))
                .hasValueSatisfying(it -> assertThat(((VisitEvent.CertificatesFound) it).byMaterial())
                        .containsOnlyKeys("permit"));
    }

    @Test
    void aPlatformThatIsSilentKnowsNothingAndFindsNothingWrong() throws InterruptedException {
        world.platform.cutTheLine();
        assertAnswer(new Effect.FindCollectables(SESSION), new VisitEvent.CollectablesFound(List.of()));
        assertAnswer(
                new Effect.FetchPrefill(SESSION, Items.CARE), new VisitEvent.PrefillFound(Items.CARE.code(), Map.of()));
        assertAnswer(new Effect.AskPreCheck(SESSION, "x", Map.of()), new VisitEvent.PreChecked(List.of()));
        assertAnswer(
                new Effect.FindCertificates(SESSION, Map.of("permit", "kind")),
                new VisitEvent.CertificatesFound(Map.of("permit", List.of())));
    }

    @Test
    void aSubmissionGoesToDiskOnceHoweverOftenItIsQueued() throws InterruptedException {
        VisitEvent queued = new VisitEvent.Queued(new Outbox.Accepted(NUMBER));
        assertAnswer(new Effect.Queue(submission), queued);
        assertAnswer(new Effect.Queue(submission), queued);
        assertThat(world.outbox.delivered()).containsExactly(submission);
        assertAnswer(
                new Effect.AwaitDelivery(id),
                new VisitEvent.DeliveryKnown(new Outbox.Delivered(MemoryOutbox.receipt())));
    }

    @Test
    void withoutALineADeliveryIsUnderWay() throws InterruptedException {
        world.cutTheLine();
        perform(new Effect.Queue(submission));
        assertAnswer(new Effect.AwaitDelivery(id), new VisitEvent.DeliveryKnown(new Outbox.Underway()));
    }

    @Test
    void aQueueThatTakesNothingMakesNoOrder() throws InterruptedException {
        world.outbox.refuse(Outbox.Why.FULL);
        Outbox.NotAccepted full = new Outbox.NotAccepted(Outbox.Why.FULL);
        assertAnswer(new Effect.Queue(submission), new VisitEvent.Queued(full));
        assertAnswer(new Effect.MakeOrder(submission, 1), new VisitEvent.OrderMade(full, new Answer.Unreachable<>()));
        Rating rating = new Rating(SubmissionId.create(world.clock), id, 5, List.of(), TurnedClock.MORNING);
        assertThat(perform(new Effect.Rate(rating))).isEmpty();
        assertThat(world.journal.occurrences()).doesNotContain(Occurrence.RATED);
    }

    @Test
    void theSubmissionIsHeldBeforeTheOrderIsMadeAndReleasedOnce() throws InterruptedException {
        Order order = new Order("pay-here", Order.State.OPEN);
        assertAnswer(
                new Effect.MakeOrder(submission, 20_000),
                new VisitEvent.OrderMade(new Outbox.Accepted(NUMBER), new Answer.Answered<>(order)));
        assertThat(world.outbox.held()).containsExactly(submission);
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.ORDER_SHOWN);
        assertThat(perform(new Effect.Release(id))).isEmpty();
        assertThat(world.outbox.delivered()).containsExactly(submission);
        assertThat(perform(new Effect.Abandon(id))).isEmpty();
        assertThat(world.outbox.calls()).containsExactly("hold", "release", "abandon");
    }

    @Test
    void anOrderThatCouldNotBeMadeIsNotSaidToBeShown() throws InterruptedException {
        world.platform.cutTheLine();
        perform(new Effect.MakeOrder(submission, 20_000));
        assertThat(world.journal.occurrences()).doesNotContain(Occurrence.ORDER_SHOWN);
    }

    @Test
    void anOrderIsWatchedUntilItIsNoLongerOpenThoughTheLineBreaksMeanwhile() throws InterruptedException {
        perform(new Effect.MakeOrder(submission, 20_000));
        world.platform.cutTheLine();
        Thread payer = new Thread(() -> {
            world.platform.orderBecomes(Order.State.PAID);
            world.platform.restoreTheLine();
        });
        payer.start();
        assertAnswer(new Effect.WatchOrder(id), new VisitEvent.OrderSeen(Order.State.PAID));
        assertThat(world.journal.occurrences()).contains(Occurrence.ORDER_PAID);
        world.platform.orderBecomes(Order.State.CANCELLED);
        assertAnswer(new Effect.WatchOrder(id), new VisitEvent.OrderSeen(Order.State.CANCELLED));
    }

    @Test
    void aDocumentIsCheckedBeforeItIsHandedOn() throws InterruptedException {
        Effect fetch = new Effect.FetchDocument(id, NUMBER, 1);
        assertThat(perform(fetch))
                .hasValueSatisfying(it -> assertThat(((VisitEvent.DocumentFetched) it).document())
                        .get()
                        .isInstanceOf(Paperwork.Fit.class));
        Counterpart damaged = new Counterpart();
        damaged.platform.issueDamaged();
        assertThat(damaged.performer().perform(fetch, meanwhile::add))
                .contains(new VisitEvent.DocumentFetched(Optional.of(new Paperwork.Unfit("not-a-pdf"))));
        assertThat(damaged.journal.occurrences()).containsExactly(Occurrence.DOCUMENT_UNFIT);
    }

    @Test
    void aDocumentThatIsNeverIssuedIsWaitedForNoLongerThanThePatienceWhateverTheClockSays() {
        world.platform.issueNothing();
        PortsPerformer hasty = new PortsPerformer(world.ports(TurnedClock.standing()), Counterpart.PATIENCE);
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> hasty.perform(new Effect.FetchDocument(id, NUMBER, 1), meanwhile::add)))
                .contains(new VisitEvent.DocumentFetched(Optional.empty()));
    }

    @Test
    void theHandOverIsToldAgainWhenNobodyHeardIt() throws InterruptedException {
        assertThat(perform(new Effect.MarkCollected(id))).isEmpty();
        assertThat(world.platform.collected()).isEqualTo(1);
        world.platform.cutTheLine();
        assertThat(perform(new Effect.MarkCollected(id))).isEmpty();
        assertThat(world.platform.collected()).isEqualTo(4);
    }

    @Test
    void theEndOfAVisitIsToldOnceAndNotAtAllWithoutALine() throws InterruptedException {
        assertThat(perform(new Effect.EndSession(SESSION))).isEmpty();
        assertThat(world.platform.left()).containsExactly(SESSION);
        world.platform.cutTheLine();
        assertThat(perform(new Effect.EndSession(SESSION))).isEmpty();
        assertThat(world.platform.left()).hasSize(1);
    }

    @Test
    void aRatingGoesToTheQueue() throws InterruptedException {
        Rating rating = new Rating(SubmissionId.create(world.clock), id, 5, List.of(), TurnedClock.MORNING);
        assertThat(perform(new Effect.Rate(rating))).isEmpty();
        assertThat(world.outbox.ratings()).containsExactly(rating);
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.RATED);
    }
}
