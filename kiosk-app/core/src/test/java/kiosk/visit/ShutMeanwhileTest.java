package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Surroundings.Queue;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.visit.NotDone.Why;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue shuts while somebody fills in: that is said at the next step, and not only when everything is handed in. */
class ShutMeanwhileTest {
    private static final FillingForm FILLED = new FillingForm(Matters.filled("visit"), List.of(), Optional.of("until"));
    private static final Signing SIGNING = new Signing(Matters.filled("visit"));
    private static final VisitEvent SIGNED = new VisitEvent.Signed(Situations.SIGNATURE);

    private static Moment when(Queue queue) {
        Surroundings around = new Surroundings(Moments.ALL_DEVICES, Moments.ALL_DEPARTMENTS, queue, List.of());
        return Moments.of(around, Moments.FRESH);
    }

    private static Transition told(Why why) {
        return Transition.to(NotDone.of(Matters.filled("visit"), why));
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "CLOSED"})
    void itIsSaidAfterTheFormAfterThePapersAndAfterTheSignature(Queue shut) {
        Transition told = told(shut == Queue.FULL ? Why.QUEUE_FULL : Why.QUEUE_BROKEN);
        GatheringMaterials papers = GatheringMaterials.begun(Matters.filled("visit"), Map.of());
        assertThat(FILLED.on(new VisitEvent.FormDone(), when(shut))).isEqualTo(told);
        assertThat(papers.on(new VisitEvent.MaterialsDone(), when(shut))).isEqualTo(told);
        assertThat(SIGNING.on(SIGNED, when(shut))).isEqualTo(told);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "NEARLY_FULL"})
    void whoeverHasRoomForWhatHeFillsInGoesOn(Queue queue) {
        assertThat(FILLED.on(new VisitEvent.FormDone(), when(queue)).next()).isNotInstanceOf(NotDone.class);
        assertThat(SIGNING.on(SIGNED, when(queue)).next()).isInstanceOf(Reviewing.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverBeginsMustFindItOpen(Queue queue) {
        Visit informed = new Informing(People.zhang(), Items.CARE)
                .on(new VisitEvent.Agreed(), when(queue))
                .next();
        assertThat(informed).isInstanceOf(queue == Queue.OPEN ? FillingForm.class : ChoosingItem.class);
    }
}
