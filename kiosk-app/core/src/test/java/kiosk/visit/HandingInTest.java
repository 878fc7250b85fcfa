package kiosk.visit;

import static kiosk.visit.Matters.certificate;
import static kiosk.visit.Matters.payment;
import static kiosk.visit.Matters.signed;
import static kiosk.visit.Situations.ID;
import static kiosk.visit.Situations.NUMBER;
import static kiosk.visit.Situations.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.form.Problem;
import kiosk.form.Problem.Why;
import kiosk.platform.Answer;
import kiosk.platform.Answer.Answered;
import kiosk.platform.Answer.Unreachable;
import kiosk.platform.Order;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.Collecting.Fetching;
import kiosk.visit.Collecting.Printing;
import kiosk.visit.Collecting.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandingInTest {
    private static final Effect.Abandon ABANDON = new Effect.Abandon(ID);
    private static final Outbox.Accepted ACCEPTED = new Outbox.Accepted(NUMBER);
    private static final Paying NO_ORDER = new Paying(payment(), Optional.empty(), Optional.empty());
    private static final Paying CODE_SHOWN = new Paying(payment(), Optional.of(NUMBER), Optional.of(ORDER));

    private static Transition on(Visit visit, VisitEvent event) {
        return visit.on(event, Moments.usual());
    }

    private static Transition confirm(Matter matter, Moment moment) {
        return new Reviewing(matter, List.of()).on(new VisitEvent.Confirmed(), moment);
    }

    private static Transition notDone(Matter matter, NotDone.Why why, Effect... effects) {
        return Transition.to(NotDone.of(matter, why), effects);
    }

    @Test
    void thePlatformIsAskedWhatItFindsWrongWhileItsDepartmentAnswers() {
        Transition asked = confirm(signed(), Moments.usual());
        assertThat(asked)
                .isEqualTo(Transition.to(
                        new PreChecking(signed()),
                        new Effect.AskPreCheck(
                                PaperPlatform.SESSION,
                                Items.CARE.code(),
                                Map.of(
                                        "name", "张测试",
                                        "number", People.ZHANG,
                                        "phone", "13800000000",
                                        "type", "visit",
                                        "until", "2026-12-01"))));
        assertThat(confirm(signed(), Moments.lineDown())).isEqualTo(queued());
    }

    private static Transition queued() {
        Submission submission = signed().handedIn(TurnedClock.MORNING);
        return Transition.to(new Submitting(signed(), Optional.empty()), new Effect.Queue(submission));
    }

    @Test
    void whatThePlatformFindsGoesBackToTheReviewAndItsSilenceHoldsNothingUp() {
        PreChecking checking = new PreChecking(signed());
        Problem problem = Problem.of("phone", Why.PLATFORM);
        assertThat(on(checking, new VisitEvent.PreChecked(List.of(problem))).next())
                .isEqualTo(new Reviewing(signed(), List.of(problem)));
        assertThat(on(checking, new VisitEvent.PreChecked(List.of()))).isEqualTo(queued());
        Effect ask = new Effect.AskPreCheck(PaperPlatform.SESSION, Items.CARE.code(), Map.of());
        assertThat(on(checking, new VisitEvent.EffectFailed(ask))).isEqualTo(queued());
    }

    @Test
    void aRuleThatDoesNotHoldKeepsEverythingHere() {
        Matter bad = signed().with(signed().form().with("phone", ""));
        assertThat(confirm(bad, Moments.usual()))
                .isEqualTo(Transition.to(new Reviewing(bad, List.of(Problem.of("phone", Why.MISSING)))));
    }

    @Test
    void whatCostsMoneyIsNotHandedInBeforeItIsKnownHowMuch() {
        Matter open = Matters.begun(ItemDraft.of("tax.free", Department.TAX, Kind.PAYMENT, OfflineRule.NEVER)
                .with(ItemDraft.field("grade", ItemDraft.choice("low")))
                .costs("grade", Map.of("low", 1L))
                .item());
        assertThat(confirm(open, Moments.usual()))
                .isEqualTo(Transition.to(new Reviewing(open, List.of(Problem.of("grade", Why.MISSING)))));
    }

    @Test
    void thePaymentIsHeldBeforeItsOrderIsMade() {
        assertThat(confirm(payment(), Moments.lineDown()))
                .isEqualTo(Transition.to(
                        NO_ORDER, new Effect.MakeOrder(payment().handedIn(TurnedClock.MORNING), 20_000L)));
    }

    private static Transition ordered(Outbox.Acceptance held, Answer<Order> order) {
        return on(NO_ORDER, new VisitEvent.OrderMade(held, order));
    }

    @Test
    void anOpenOrderShowsItsCodeAndIsWatched() {
        assertThat(ordered(ACCEPTED, new Answered<>(ORDER))).isEqualTo(Transition.to(CODE_SHOWN));
        assertThat(CODE_SHOWN.standing()).containsExactly(new Effect.WatchOrder(ID));
        assertThat(NO_ORDER.standing()).isEmpty();
    }

    @Test
    void aSecondOrderIsNeverShownForTheFirst() {
        Order other = new Order("somebody-elses", Order.State.OPEN);
        assertThat(on(CODE_SHOWN, new VisitEvent.OrderMade(ACCEPTED, new Answered<>(other))))
                .isEqualTo(Transition.to(CODE_SHOWN));
    }

    @Test
    void withoutAnOrderThePaymentIsGivenUp() {
        assertThat(ordered(ACCEPTED, new Unreachable<>()))
                .isEqualTo(notDone(payment(), NotDone.Why.LINE_DOWN, ABANDON));
        assertThat(ordered(new Outbox.NotAccepted(Outbox.Why.FULL), new Unreachable<>()))
                .isEqualTo(notDone(payment(), NotDone.Why.QUEUE_FULL));
    }

    @ParameterizedTest
    @EnumSource(Order.State.class)
    void theOrdersStateDecides(Order.State state) {
        Transition expected = switch (state) {
            case OPEN -> Transition.to(CODE_SHOWN);
            case PAID, SETTLED ->
                Transition.to(
                        new Submitting(payment(), Optional.of(NUMBER)),
                        new Effect.Release(ID),
                        new Effect.AwaitDelivery(ID));
            case CANCELLED -> notDone(payment(), NotDone.Why.NOT_PAID, ABANDON);
            case REFUNDED -> notDone(payment(), NotDone.Why.REFUNDED, ABANDON);
        };
        assertThat(on(CODE_SHOWN, new VisitEvent.OrderSeen(state))).isEqualTo(expected);
        if (state != Order.State.OPEN) {
            assertThat(ordered(ACCEPTED, new Answered<>(new Order("pay", state))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aPaymentThatCannotBeWatchedOrIsLeftIsGivenUp() {
        assertThat(on(CODE_SHOWN, new VisitEvent.EffectFailed(new Effect.WatchOrder(ID))))
                .isEqualTo(notDone(payment(), NotDone.Why.PAYMENT_BROKEN, ABANDON));
        assertThat(on(CODE_SHOWN, new VisitEvent.Back())).isEqualTo(notDone(payment(), NotDone.Why.NOT_PAID, ABANDON));
    }

    @ParameterizedTest
    @EnumSource(Outbox.Why.class)
    void whatWasNotTakenIsNotDone(Outbox.Why why) {
        boolean full = why == Outbox.Why.FULL || why == Outbox.Why.NEARLY_FULL;
        NotDone.Why expected = full ? NotDone.Why.QUEUE_FULL : NotDone.Why.QUEUE_BROKEN;
        assertThat(on(new Submitting(signed(), Optional.empty()), new VisitEvent.Queued(new Outbox.NotAccepted(why))))
                .isEqualTo(notDone(signed(), expected));
    }

    @Test
    void aQueueThatFailsByABugHandsNothingInBehindTheCitizensBack() {
        Effect queue = new Effect.Queue(signed().handedIn(TurnedClock.MORNING));
        assertThat(on(new Submitting(signed(), Optional.empty()), new VisitEvent.EffectFailed(queue)))
                .isEqualTo(notDone(signed(), NotDone.Why.QUEUE_BROKEN, ABANDON));
    }

    @Test
    void whatIsOnDiskWaitsAWhileForThePlatform() {
        Submitting submitted = new Submitting(signed(), Optional.of(NUMBER));
        assertThat(on(new Submitting(signed(), Optional.empty()), new VisitEvent.Queued(ACCEPTED)))
                .isEqualTo(Transition.to(submitted, new Effect.AwaitDelivery(ID)));
        Transition receipt = known(submitted, new Outbox.Underway());
        assertThat(receipt.next())
                .isEqualTo(new Collecting(
                        new Handed(signed(), NUMBER, Optional.empty(), TurnedClock.MORNING),
                        new Printing(What.RECEIPT, 0, Optional.empty()),
                        false));
        assertThat(on(submitted, new VisitEvent.EffectFailed(new Effect.AwaitDelivery(ID))))
                .isEqualTo(receipt);
    }

    private static Transition known(Submitting submitted, Outbox.Delivery delivery) {
        return on(submitted, new VisitEvent.DeliveryKnown(delivery));
    }

    @Test
    void aDeliveredCertificateIsFetchedAndAnythingElseGetsAReceipt() {
        Outbox.Delivered delivered = new Outbox.Delivered(MemoryOutbox.receipt());
        Transition document = known(new Submitting(certificate(Items.TAX_RECORD), Optional.of(NUMBER)), delivered);
        assertThat(((Collecting) document.next()).paper()).isEqualTo(new Fetching());
        assertThat(document.effects()).containsExactly(new Effect.FetchDocument(ID, NUMBER, 1));
        Transition receipt = known(new Submitting(payment(), Optional.of(NUMBER)), delivered);
        assertThat(receipt.effects()).singleElement().isInstanceOf(Effect.PrintReceipt.class);
    }

    @Test
    void aCertificateThatMayWaitLeavesAClaimAndOneThatMayNotIsAbandoned() {
        Transition claim = known(new Submitting(certificate(Items.PROOF), Optional.of(NUMBER)), new Outbox.Underway());
        assertThat(claim.effects()).singleElement().isInstanceOfSatisfying(Effect.PrintReceipt.class, it -> {
            assertThat(it.slip().claim()).isTrue();
            assertThat(it.slip().caseNumber()).isEmpty();
        });
        Matter record = certificate(Items.TAX_RECORD);
        assertThat(known(new Submitting(record, Optional.of(NUMBER)), new Outbox.Underway()))
                .isEqualTo(notDone(record, NotDone.Why.MAY_HAVE_ARRIVED, ABANDON));
        Submitting waiting = new Submitting(record, Optional.of(NUMBER));
        assertThat(on(waiting, new VisitEvent.EffectFailed(new Effect.AwaitDelivery(ID))))
                .isEqualTo(notDone(record, NotDone.Why.MAY_HAVE_ARRIVED, ABANDON));
    }

    @Test
    void whatIsSentBackIsMendedUnderAFreshIdAndSignedAnew() {
        Problem problem = Problem.of("phone", Why.PLATFORM);
        assertThat(known(new Submitting(signed(), Optional.of(NUMBER)), new Outbox.SentBack(List.of(problem))))
                .isEqualTo(Transition.to(
                        new FillingForm(signed().renewed(Moments.FRESH, NUMBER), List.of(problem)), ABANDON));
    }

    @Test
    void whatCouldNotBeReleasedIsLeftToTheCourier() {
        Submitting paid = new Submitting(payment(), Optional.of(NUMBER));
        assertThat(on(paid, new VisitEvent.EffectFailed(new Effect.Release(ID))))
                .isEqualTo(Transition.to(paid, ABANDON));
    }

    @Test
    void moneyThatWentBackAndWhatIsRefusedForGoodAreSaidAndNotAskedForAgain() {
        assertThat(known(new Submitting(payment(), Optional.of(NUMBER)), new Outbox.Refused()))
                .isEqualTo(notDone(payment(), NotDone.Why.REFUSED, ABANDON));
        assertThat(known(new Submitting(payment(), Optional.of(NUMBER)), new Outbox.GivenUp()))
                .isEqualTo(notDone(payment(), NotDone.Why.REFUNDED));
    }
}
