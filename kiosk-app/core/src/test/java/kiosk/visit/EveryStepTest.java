package kiosk.visit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.visit.Situations.Situation;
import org.junit.jupiter.api.Test;

/** Every event at every step: nothing is thrown, and nothing leads where it should not. */
class EveryStepTest {
    private static final Set<Class<? extends Visit>> END = Set.of(Idle.class, Ending.class);

    /** Which steps may follow; staying and leaving to the end are always possible where they are not listed. */
    private static final Map<Class<? extends Visit>, Set<Class<? extends Visit>>> LEGAL = Map.ofEntries(
            entry(
                    Idle.class,
                    Set.of(AwaitingCard.class, Identifying.class, AwaitingTechnician.class, CheckingSlip.class)),
            entry(AwaitingCard.class, Set.of(Browsing.class, Identifying.class, CheckingSlip.class)),
            entry(CheckingSlip.class, Set.of(AwaitingCard.class, Identifying.class)),
            entry(Browsing.class, Set.of(AwaitingCard.class, Identifying.class, CheckingSlip.class)),
            entry(Identifying.class, Set.of(AwaitingCard.class, ChoosingItem.class, Informing.class)),
            entry(
                    ChoosingItem.class,
                    Set.of(
                            Informing.class,
                            Collecting.class,
                            NotDone.class,
                            ChangingPin.class,
                            FollowingCases.class,
                            FillingForm.class,
                            GatheringMaterials.class,
                            Signing.class,
                            Reviewing.class)),
            entry(ChangingPin.class, Set.of(ChoosingItem.class)),
            entry(FollowingCases.class, Set.of(ChoosingItem.class, Informing.class)),
            entry(Informing.class, Set.of(FillingForm.class, ChoosingItem.class)),
            entry(
                    FillingForm.class,
                    Set.of(Informing.class, GatheringMaterials.class, Signing.class, Reviewing.class, NotDone.class)),
            entry(GatheringMaterials.class, Set.of(FillingForm.class, Signing.class, Reviewing.class, NotDone.class)),
            entry(Signing.class, Set.of(FillingForm.class, GatheringMaterials.class, Reviewing.class, NotDone.class)),
            entry(
                    Reviewing.class,
                    Set.of(
                            FillingForm.class,
                            GatheringMaterials.class,
                            Signing.class,
                            PreChecking.class,
                            Paying.class,
                            Submitting.class)),
            entry(PreChecking.class, Set.of(Reviewing.class, Paying.class, Submitting.class)),
            entry(Paying.class, Set.of(Submitting.class, NotDone.class)),
            entry(Submitting.class, Set.of(Collecting.class, NotDone.class, FillingForm.class)),
            entry(Collecting.class, Set.of(RatingService.class, Finishing.class)),
            entry(NotDone.class, Set.of(ChoosingItem.class)),
            entry(RatingService.class, Set.of(Finishing.class)),
            entry(Finishing.class, Set.of(ChoosingItem.class)),
            entry(Ending.class, Set.of()),
            entry(AwaitingTechnician.class, Set.of(UnderMaintenance.class)),
            entry(UnderMaintenance.class, Set.of()));

    private final Situations situations = Situations.every();

    @Test
    void noStepIsForgotten() {
        assertThat(situations.visits().stream().map(Visit::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(permitted(Visit.class));
        assertThat(LEGAL.keySet()).containsExactlyInAnyOrderElementsOf(permitted(Visit.class));
    }

    @Test
    void noEventAndNoEffectIsForgotten() {
        assertThat(Happenings.all().stream().map(VisitEvent::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(permitted(VisitEvent.class));
        assertThat(Happenings.effects().stream().map(Effect::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(permitted(Effect.class));
    }

    /** The records of a sealed type, also those behind another sealed type. */
    private static <T> List<Class<? extends T>> permitted(Class<T> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(it -> it.isSealed() ? permitted(it).stream() : Stream.of(it))
                .distinct()
                .<Class<? extends T>>map(it -> it.asSubclass(type))
                .toList();
    }

    @Test
    void everyEventAtEveryStepLeadsToALegalStep() {
        int tried = 0;
        for (Map.Entry<String, Situation> situation : situations.all().entrySet()) {
            Visit visit = situation.getValue().visit();
            for (VisitEvent event : Happenings.all()) {
                for (Moment moment : Moments.all()) {
                    Visit next = visit.on(event, moment).next();
                    tried++;
                    if (next.getClass() != visit.getClass() && !END.contains(next.getClass())) {
                        assertThat(LEGAL.get(visit.getClass()))
                                .as("%s, %s", situation.getKey(), event)
                                .contains(next.getClass());
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(30_000);
    }

    @Test
    void aStepIsAPureFunction() {
        for (Visit visit : situations.visits()) {
            for (VisitEvent event : Happenings.all()) {
                assertThat(visit.on(event, Moments.usual())).isEqualTo(visit.on(event, Moments.usual()));
            }
        }
    }

    @Test
    void anAnswerThatIsNotWaitedForChangesNothing() {
        List<VisitEvent> answers = Happenings.answers().stream()
                .filter(it -> !(it instanceof VisitEvent.EffectFailed))
                .toList();
        for (Map.Entry<String, Situation> situation : situations.all().entrySet()) {
            Visit visit = situation.getValue().visit();
            for (VisitEvent late : answers) {
                if (!situation.getValue().waitsFor().contains(late.getClass())) {
                    for (Moment moment : Moments.all()) {
                        assertThat(visit.on(late, moment))
                                .as("%s, %s", situation.getKey(), late)
                                .isEqualTo(Transition.to(visit));
                    }
                }
            }
        }
    }

    @Test
    void everyAnswerThatIsWaitedForIsHeardSomewhere() {
        for (Map.Entry<String, Situation> situation : situations.all().entrySet()) {
            Visit visit = situation.getValue().visit();
            for (Class<?> awaited : situation.getValue().waitsFor()) {
                assertThat(Happenings.answers().stream().filter(awaited::isInstance))
                        .as("%s, %s", situation.getKey(), awaited.getSimpleName())
                        .anyMatch(it -> !visit.on(it, Moments.usual()).equals(Transition.to(visit)));
            }
        }
    }

    /** Which failures concern which situations; all others are somebody else's. */
    private static final Map<String, Set<Class<? extends Effect>>> FAILURES = Map.ofEntries(
            entry("identifying by card", Set.of(Effect.Identify.class)),
            entry("identifying by social-security card, for an item", Set.of(Effect.Identify.class)),
            entry("identifying by code", Set.of(Effect.Identify.class)),
            entry("looking at a slip", Set.of(Effect.CheckSlip.class)),
            entry("asking for cases", Set.of(Effect.FindCases.class)),
            entry("changing a PIN: Looking", Set.of(Effect.AskPinTries.class)),
            entry("changing a PIN: Working", Set.of(Effect.ChangePin.class)),
            entry("scanning", Set.of(Effect.Scan.class)),
            entry("pre-checking", Set.of(Effect.AskPreCheck.class)),
            entry("pre-checking a payment", Set.of(Effect.AskPreCheck.class)),
            entry("paying, no order yet", Set.of(Effect.MakeOrder.class, Effect.WatchOrder.class)),
            entry("paying, code shown", Set.of(Effect.MakeOrder.class, Effect.WatchOrder.class)),
            entry("submitting", Set.of(Effect.Queue.class, Effect.Release.class)),
            entry("submitted", Set.of(Effect.AwaitDelivery.class, Effect.Release.class)),
            entry("a certificate is asked for", Set.of(Effect.AwaitDelivery.class, Effect.Release.class)),
            entry(
                    "a certificate that cannot wait is asked for",
                    Set.of(Effect.AwaitDelivery.class, Effect.Release.class)),
            entry("paid", Set.of(Effect.AwaitDelivery.class, Effect.Release.class)),
            entry("fetching", Set.of(Effect.FetchDocument.class)),
            entry("printing a receipt", Set.of(Effect.PrintReceipt.class)),
            entry("printing a receipt's page", Set.of(Effect.PrintSlipPage.class)),
            entry("printing a document", Set.of(Effect.PrintPages.class)),
            entry("a document not out, its claim on the way", Set.of(Effect.PrintReceipt.class)),
            entry("ending", Set.of(Effect.WatchCard.class)),
            entry("ending, the card lies there", Set.of(Effect.WatchCard.class)));

    @Test
    void anEffectThatFailsIsHeardWhereItWasAskedForAndNowhereElse() {
        List<String> heard = new ArrayList<>();
        for (Map.Entry<String, Situation> situation : situations.all().entrySet()) {
            Visit visit = situation.getValue().visit();
            for (Effect effect : Happenings.effects()) {
                Transition transition = visit.on(new VisitEvent.EffectFailed(effect), Moments.usual());
                boolean concerned =
                        FAILURES.getOrDefault(situation.getKey(), Set.of()).contains(effect.getClass());
                if (concerned) {
                    heard.add(situation.getKey());
                }
                assertThat(transition.equals(Transition.to(visit)))
                        .as("%s, %s", situation.getKey(), effect)
                        .isNotEqualTo(concerned);
            }
        }
        assertThat(heard).containsAll(FAILURES.keySet());
    }
}
