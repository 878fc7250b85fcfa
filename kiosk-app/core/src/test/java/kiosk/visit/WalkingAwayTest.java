package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.twin.Graph;
import kiosk.twin.Items;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import kiosk.visit.Situations.Situation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WalkingAwayTest {
    private static final Set<Class<?>> PERSONAL =
            Set.of(Citizen.class, Evidence.class, Matter.class, Submission.class, Handed.class, Draft.class);

    private static final Set<Object> SECRETS = Set.of("张测试", People.ZHANG, PaperPlatform.SESSION, "13800000000");

    @TestFactory
    Stream<DynamicTest> walkingAwayErasesTheVisitWhateverTheStep() {
        return Situations.every().all().entrySet().stream()
                .map(it -> DynamicTest.dynamicTest("walking away: " + it.getKey(), () -> {
                    walkAway(it.getValue().visit(), new VisitEvent.Quit());
                    walkAway(it.getValue().visit(), new VisitEvent.PatienceEnded());
                }));
    }

    /** What ends by itself gets each of its answers first; then nobody touches anything any more. */
    private static void walkAway(Visit visit, VisitEvent leaving) {
        Visit left = visit.on(leaving, Moments.usual()).next();
        if (endsByItself(left)) {
            for (Visit after : afterEveryAnswer(left)) {
                assertErased(silentFrom(after));
            }
        } else {
            assertErased(silentFrom(left));
        }
    }

    private static boolean endsByItself(Visit visit) {
        return visit instanceof Submitting
                || (visit instanceof Collecting collecting && collecting.busy())
                || (visit instanceof ChangingPin changing && changing.busy());
    }

    private static List<Visit> afterEveryAnswer(Visit waiting) {
        return Situations.every().all().values().stream()
                .filter(it -> it.visit().equals(waiting))
                .map(Situation::waitsFor)
                .flatMap(awaited -> Happenings.answers().stream().filter(it -> awaited.contains(it.getClass())))
                .flatMap(answer ->
                        Moments.all().stream().map(it -> waiting.on(answer, it).next()))
                .distinct()
                .filter(it -> !endsByItself(it))
                .toList();
    }

    private static Visit silentFrom(Visit visit) {
        Visit next = visit;
        for (int i = 0; i < 5; i++) {
            next = next.on(new VisitEvent.PatienceEnded(), Moments.usual()).next();
        }
        return next;
    }

    private static void assertErased(Visit visit) {
        assertThat(visit).isInstanceOfAny(Idle.class, Ending.class);
        assertNothingPersonal(visit);
    }

    private static void assertNothingPersonal(Object root) {
        assertThat(Graph.from(root).stream().filter(WalkingAwayTest::isPersonal).toList())
                .isEmpty();
    }

    private static boolean isPersonal(Object value) {
        return PERSONAL.stream().anyMatch(type -> type.isInstance(value)) || SECRETS.contains(value);
    }

    @Test
    void theSearchFindsACitizenWhereThereIsOne() {
        assertThat(Graph.from(new Informing(People.zhang(), Items.CARE)))
                .contains(People.zhang(), "张测试", PaperPlatform.SESSION);
        assertThat(Graph.from(Matters.signed())).contains("13800000000", People.ZHANG);
    }

    @Test
    void noStepWithoutACitizenHoldsAnythingOfOne() {
        Set<Class<?>> nobodys = Set.of(
                Idle.class,
                Ending.class,
                AwaitingCard.class,
                CheckingSlip.class,
                Browsing.class,
                AwaitingTechnician.class,
                UnderMaintenance.class);
        for (Visit visit : Situations.every().visits()) {
            for (VisitEvent event : Happenings.all()) {
                for (Moment moment : Moments.all()) {
                    Transition transition = visit.on(event, moment);
                    if (nobodys.contains(transition.next().getClass())) {
                        assertNothingPersonal(transition.next());
                        assertNothingPersonal(transition.effects());
                        assertThat(transition.next().whose()).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void theCitizenStaysTheSameUntilTheVisitEnds() {
        for (Visit visit : Situations.every().visits()) {
            for (VisitEvent event : Happenings.all()) {
                Visit next = visit.on(event, Moments.usual()).next();
                if (visit.whose().isPresent() && next.whose().isPresent()) {
                    assertThat(next.whose()).isEqualTo(visit.whose());
                }
            }
        }
    }

    @Test
    void leavingAnUnpaidMatterAbandonsItWhateverTheWay() {
        for (Map.Entry<String, Situation> situation : Situations.every().all().entrySet()) {
            if (situation.getValue().visit() instanceof Paying paying) {
                for (VisitEvent event : Happenings.all()) {
                    Transition transition = paying.on(event, Moments.usual());
                    boolean heldNothing =
                            event instanceof VisitEvent.OrderMade made && made.held() instanceof Outbox.NotAccepted;
                    boolean goesOn = transition.next() instanceof Paying || transition.next() instanceof Submitting;
                    assertThat(transition.effects().contains(new Effect.Abandon(Situations.ID)))
                            .as("%s, %s", situation.getKey(), event)
                            .isEqualTo(!goesOn && !heldNothing);
                }
            }
        }
    }

    @Test
    void onlyPaidMoneyReleasesWhatWasHeld() {
        for (Visit visit : Situations.every().visits()) {
            for (VisitEvent event : Happenings.all()) {
                boolean released =
                        visit.on(event, Moments.usual()).effects().stream().anyMatch(Effect.Release.class::isInstance);
                if (released) {
                    assertThat(saysPaid(event)).as("%s", event).isTrue();
                    assertThat(visit).isInstanceOf(Paying.class);
                }
            }
        }
    }

    private static boolean saysPaid(VisitEvent event) {
        Set<Order.State> paid = Set.of(Order.State.PAID, Order.State.SETTLED);
        if (event instanceof VisitEvent.OrderSeen seen) {
            return paid.contains(seen.state());
        }
        return event instanceof VisitEvent.OrderMade made
                && made.order() instanceof Answer.Answered<Order> order
                && paid.contains(order.value().state());
    }

    @Test
    void aVisitBrokenOffByABugOwesTheSameAsOneThatIsLeft() {
        Effect abandon = new Effect.Abandon(Situations.ID);
        for (Map.Entry<String, Situation> situation : Situations.every().all().entrySet()) {
            Visit visit = situation.getValue().visit();
            boolean behindTheirBack = visit instanceof Paying
                    || (visit instanceof Submitting submitting
                            && submitting.number().isEmpty());
            List<Effect> owed = visit.owed().stream()
                    .filter(it -> !(it instanceof Effect.WipePins))
                    .toList();
            assertThat(owed).as(situation.getKey()).isEqualTo(behindTheirBack ? List.of(abandon) : List.of());
        }
    }
}
