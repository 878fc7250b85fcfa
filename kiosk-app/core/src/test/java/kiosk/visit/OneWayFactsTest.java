package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.device.PagePrinter;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.What;
import kiosk.visit.Walk.Step;
import org.junit.jupiter.api.Test;

/** What must hold on every walk through a visit, however it turns. */
class OneWayFactsTest {
    private static final int WALKS = 240;
    private static final int STEPS = 150;

    private static final List<List<Step>> ALL =
            LongStream.range(0, WALKS).mapToObj(seed -> Walk.of(seed, STEPS)).toList();

    private static void onEveryWalk(Consumer<Step> fact) {
        for (int seed = 0; seed < WALKS; seed++) {
            for (Step step : ALL.get(seed)) {
                assertThat(step).as("walk %d", seed).satisfies(fact);
            }
        }
    }

    @Test
    void theWalksReachEveryStep() {
        Set<Class<?>> reached = new HashSet<>();
        onEveryWalk(step -> reached.add(step.transition().next().getClass()));
        assertThat(reached).containsExactlyInAnyOrder(Visit.class.getPermittedSubclasses());
    }

    @Test
    void aNumberIsShownOnlyOnceItIsOnDisk() {
        Set<SubmissionNumber> onDisk = new HashSet<>();
        onEveryWalk(step -> {
            accepted(step.event()).ifPresent(onDisk::add);
            numberShown(step.transition().next())
                    .ifPresent(it -> assertThat(onDisk).contains(it));
            if (step.before() instanceof Idle) {
                onDisk.clear();
            }
        });
    }

    private static Optional<SubmissionNumber> accepted(VisitEvent event) {
        if (event instanceof VisitEvent.Queued queued && queued.acceptance() instanceof Outbox.Accepted accepted) {
            return Optional.of(accepted.number());
        }
        return event instanceof VisitEvent.OrderMade made && made.held() instanceof Outbox.Accepted accepted
                ? Optional.of(accepted.number())
                : Optional.empty();
    }

    private static Optional<SubmissionNumber> numberShown(Visit visit) {
        if (visit instanceof Paying paying) {
            return paying.number();
        }
        if (visit instanceof Submitting submitting) {
            return submitting.number();
        }
        return visit instanceof Collecting collecting && !collecting.earlier()
                ? Optional.of(collecting.handed().number())
                : Optional.empty();
    }

    @Test
    void nothingIsHandedInThatWasNotConfirmedAndNothingTwice() {
        Set<SubmissionId> handedIn = new HashSet<>();
        onEveryWalk(step -> {
            for (Effect effect : step.transition().effects()) {
                submissionOf(effect).ifPresent(id -> {
                    assertThat(step.before()).isInstanceOfAny(Reviewing.class, PreChecking.class);
                    assertThat(step.event())
                            .isInstanceOfAny(
                                    VisitEvent.Confirmed.class,
                                    VisitEvent.PreChecked.class,
                                    VisitEvent.EffectFailed.class);
                    assertThat(handedIn.add(id)).as("handed in once").isTrue();
                });
            }
            if (step.before() instanceof Idle) {
                handedIn.clear();
            }
        });
    }

    private static Optional<SubmissionId> submissionOf(Effect effect) {
        if (effect instanceof Effect.Queue queue) {
            return Optional.of(queue.submission().id());
        }
        return effect instanceof Effect.MakeOrder make
                ? Optional.of(make.submission().id())
                : Optional.empty();
    }

    @Test
    void whatCostsMoneyIsNeverHandedInWithoutAnOrder() {
        onEveryWalk(step -> {
            for (Effect effect : step.transition().effects()) {
                if (effect instanceof Effect.Queue queue) {
                    assertThat(queue.submission().item().kind()).isNotEqualTo(Kind.PAYMENT);
                    assertThat(queue.submission().feeInFen()).isEmpty();
                }
            }
        });
    }

    @Test
    void anApplicationIsNeverHandedInUnsignedOrWithAPaperMissing() {
        onEveryWalk(step -> {
            if (step.before() instanceof Submitting submitting
                    && submitting.matter().item().kind() == Kind.APPLICATION) {
                assertThat(submitting.matter().signature()).isPresent();
                assertThat(submitting.matter().theNextMissingMaterial()).isEmpty();
                assertThat(submitting
                                .matter()
                                .form()
                                .problems(step.moment().today(), step.moment().catalogue()))
                        .isEmpty();
            }
        });
    }

    @Test
    void whatWasSentBackGetsAnIdNobodyHasUsed() {
        Set<SubmissionId> used = new HashSet<>();
        onEveryWalk(step -> {
            if (step.before() instanceof Submitting before && step.transition().next() instanceof FillingForm mending) {
                assertThat(mending.matter().id()).isEqualTo(step.moment().freshId());
                assertThat(used).doesNotContain(mending.matter().id());
                assertThat(step.transition().effects())
                        .containsExactly(new Effect.Abandon(before.matter().id()));
            }
            step.before().about().ifPresent(used::add);
            if (step.before() instanceof Idle) {
                used.clear();
            }
        });
    }

    @Test
    void aDocumentThatMayBeOutIsPrintedAgainOnlyMarkedAndWhenTheCitizenWasAsked() {
        Set<SubmissionId> perhapsOut = new HashSet<>();
        onEveryWalk(step -> {
            if (step.before() instanceof Collecting collecting) {
                if (perhapsOut.contains(collecting.handed().id())) {
                    assertThat(step.transition().effects())
                            .filteredOn(Effect.FetchDocument.class::isInstance)
                            .allMatch(it -> ((Effect.FetchDocument) it).copy() > 1
                                    && !(collecting.paper() instanceof Failed failed && !failed.certain()));
                }
                if (step.transition().next() instanceof Collecting next
                        && next.paper() instanceof Failed failed
                        && failed.what() == What.DOCUMENT
                        && !failed.certain()) {
                    perhapsOut.add(next.handed().id());
                }
            } else {
                perhapsOut.clear();
            }
        });
    }

    @Test
    void aDocumentIsMarkedCollectedOnlyWhenItIsOut() {
        onEveryWalk(step -> {
            boolean marks = step.transition().effects().stream().anyMatch(Effect.MarkCollected.class::isInstance);
            boolean out = step.before() instanceof Collecting collecting
                    && collecting.paper() instanceof Collecting.Printing printing
                    && printing.what() == What.DOCUMENT
                    && step.event() instanceof VisitEvent.PagesPrinted printed
                    && printed.outcome() instanceof PagePrinter.Printed;
            assertThat(marks).isEqualTo(out);
        });
    }

    @Test
    void aCertificateThatCannotWaitAndWasNotDeliveredIsAbandoned() {
        Map<String, Integer> seen = new HashMap<>();
        onEveryWalk(step -> {
            if (step.before() instanceof Submitting submitting
                    && submitting.matter().item().kind() == Kind.CERTIFICATE
                    && submitting.matter().item().offline() == OfflineRule.NEVER
                    && step.event() instanceof VisitEvent.DeliveryKnown known
                    && known.delivery() instanceof Outbox.Underway
                    && submitting.number().isPresent()) {
                seen.merge("underway", 1, Integer::sum);
                assertThat(step.transition())
                        .isEqualTo(Transition.to(
                                NotDone.of(submitting.matter(), NotDone.Why.MAY_HAVE_ARRIVED),
                                new Effect.Abandon(submitting.matter().id())));
            }
        });
        assertThat(seen).containsKey("underway");
    }

    @Test
    void aDocumentIsFetchedOnlyForItsOwner() {
        onEveryWalk(step -> {
            for (Effect effect : step.transition().effects()) {
                if (effect instanceof Effect.FetchDocument fetch) {
                    boolean theirs = List.of(Situations.EARLIER).contains(fetch.id())
                            ? step.before() instanceof ChoosingItem || step.before() instanceof Collecting
                            : step.before().about().equals(Optional.of(fetch.id()));
                    assertThat(theirs).isTrue();
                }
            }
        });
    }
}
