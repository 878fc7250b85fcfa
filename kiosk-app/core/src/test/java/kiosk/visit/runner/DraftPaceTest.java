package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kiosk.identity.Evidence;
import kiosk.platform.Answer;
import kiosk.submission.Draft;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftPaceTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Bench bench = new Bench();

    @BeforeEach
    void zhangFillsAForm() throws InterruptedException {
        bench.audience.sees(Idle.class);
        Evidence card = People.zhangWithImprint().evidence();
        bench.puppet.next(Effect.ListenForCard.class).answers(new VisitEvent.CardLaid(card));
        bench.puppet.next(Effect.Identify.class).answers(new VisitEvent.Identified(new Answer.Unreachable<>()));
        bench.audience.sees(ChoosingItem.class);
        bench.puppet.next(Effect.FindDraft.class).answers(new VisitEvent.DraftFound(Optional.empty()));
        bench.touch(new VisitEvent.ItemChosen(Items.CARE), Informing.class);
        bench.touch(new VisitEvent.Agreed(), FillingForm.class);
    }

    @AfterEach
    void theTerminalStops() {
        bench.close();
    }

    private void fills(String field, String value) throws InterruptedException {
        bench.touch(
                new VisitEvent.FieldFilled(field, value),
                FillingForm.class,
                it -> it.matter().form().value(field).equals(value));
    }

    private static String phoneIn(Puppet.Call keeping) {
        Draft draft = ((Effect.KeepDraft) keeping.effect()).draft();
        return draft.entries().get("phone").value();
    }

    @Test
    void ofSeveralChangesTheLastIsKeptAndNoneWhileAWriteIsUnderWay() throws InterruptedException {
        fills("phone", "13800000000");
        fills("phone", "13800000001");
        bench.clock.turn(A_SECOND);
        Puppet.Call first = bench.puppet.next(Effect.KeepDraft.class);
        assertThat(phoneIn(first)).isEqualTo("13800000001");

        fills("phone", "13800000002");
        bench.clock.turn(A_SECOND);
        fills("phone", "13800000003");
        bench.settle();
        assertThat(bench.puppet.nobodyAskedFor(Effect.KeepDraft.class)).isTrue();
        first.answers(new VisitEvent.DraftKept());
        assertThat(phoneIn(bench.puppet.next(Effect.KeepDraft.class))).isEqualTo("13800000003");
    }

    @Test
    void aWriteThatDiesOfABugDoesNotEndTheKeeping() throws InterruptedException {
        fills("phone", "13800000000");
        bench.clock.turn(A_SECOND);
        bench.puppet.next(Effect.KeepDraft.class).diesOf(new IllegalStateException("a bug"));
        fills("phone", "13800000001");
        bench.clock.turn(A_SECOND);
        assertThat(phoneIn(bench.puppet.next(Effect.KeepDraft.class))).isEqualTo("13800000001");
    }

    @Test
    void aClockSetBackHoldsNothingUp() throws InterruptedException {
        fills("phone", "13800000000");
        bench.clock.turn(Duration.ofDays(-400));
        assertThat(phoneIn(bench.puppet.next(Effect.KeepDraft.class))).isEqualTo("13800000000");
    }

    @Test
    void aStepThatEndsBySilenceKeepsAndOneThatIsLeftForgetsAfterwards() throws InterruptedException {
        fills("phone", "13800000000");
        bench.touch(new VisitEvent.Quit(), Ending.class);
        Puppet.Call keeping = bench.puppet.next(Effect.KeepDraft.class);
        bench.settle();
        assertThat(bench.puppet.nobodyAskedFor(Effect.ForgetDraft.class)).isTrue();
        keeping.answers(new VisitEvent.DraftKept());
        assertThat(bench.puppet.next(Effect.ForgetDraft.class).effect())
                .isEqualTo(new Effect.ForgetDraft(People.imprint(People.ZHANG), Items.CARE.code()));
    }

    @Test
    void silenceKeepsWhatWasFilledIn() throws InterruptedException {
        fills("phone", "13800000000");
        bench.clock.turn(Duration.ofMinutes(3));
        bench.audience.sees(Ending.class);
        bench.puppet.next(Effect.KeepDraft.class).answers(new VisitEvent.DraftKept());
        bench.settle();
        assertThat(bench.puppet.nobodyAskedFor(Effect.ForgetDraft.class)).isTrue();
    }
}
