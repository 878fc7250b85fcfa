package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import kiosk.device.Presence;
import kiosk.platform.Answer;
import kiosk.twin.Items;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.Effect.EndSession;
import kiosk.visit.Ending;
import kiosk.visit.Identifying;
import kiosk.visit.Informing;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;

/** A citizen's session at the platform ends when they go. */
class FarewellTest extends AtATerminal {
    private static final Effect ENDED = new EndSession(PaperPlatform.SESSION);

    @Test
    void whoeverLeavesLeavesNoSessionBehindAndTheNextIsNotKeptWaitingByIt() throws InterruptedException {
        bench.zhangComesInOnline();
        bench.touch(new VisitEvent.ItemChosen(Items.FEE), Informing.class);
        assertThat(bench.puppet.nobodyAskedFor(EndSession.class)).isTrue();
        bench.touch(new VisitEvent.Quit(), Ending.class);
        assertThat(bench.puppet.next(EndSession.class).effect()).isEqualTo(ENDED);
        bench.puppet.next(Effect.WatchCard.class).answers(new VisitEvent.CardSeen(Presence.GONE));
        bench.laysCard(People.lisCard());
        bench.audience.sees(Identifying.class);
        assertThat(bench.puppet.nobodyAskedFor(EndSession.class)).isTrue();
    }

    @Test
    void walkingAwayEndsTheSessionToo() throws InterruptedException {
        bench.zhangComesInOnline();
        bench.clock.turn(Bench.PATIENCE.plusSeconds(1));
        assertThat(bench.puppet.next(EndSession.class).effect()).isEqualTo(ENDED);
    }

    @Test
    void aBugInTheMiddleOfAVisitEndsTheSessionToo() throws InterruptedException {
        bench.zhangComesInOnline();
        bench.audience.breakAt(shown -> shown.visit() instanceof Informing);
        bench.touch(new VisitEvent.ItemChosen(Items.FEE));
        assertThat(bench.puppet.next(EndSession.class).effect()).isEqualTo(ENDED);
    }

    @Test
    void aSessionThatIsGivenAfterTheCitizenHasGoneIsEnded() throws InterruptedException {
        Puppet.Call asked = bench.laysCard(People.zhangsCard());
        bench.touch(new VisitEvent.Quit(), Ending.class);
        asked.answers(new VisitEvent.Identified(new Answer.Answered<>(People.zhang())));
        assertThat(bench.puppet.next(EndSession.class).effect()).isEqualTo(ENDED);
    }

    @Test
    void aSessionOfSomebodyElseThanTheCardsHolderIsEnded() throws InterruptedException {
        bench.laysCard(People.lisCard()).answers(new VisitEvent.Identified(new Answer.Answered<>(People.zhang())));
        assertThat(bench.puppet.next(EndSession.class).effect()).isEqualTo(ENDED);
    }

    @Test
    void whoeverCameInWithoutALineHasNoSessionToEnd() throws InterruptedException {
        bench.zhangComesIn();
        bench.touch(new VisitEvent.Quit(), Ending.class);
        bench.settle();
        assertThat(bench.puppet.nobodyAskedFor(EndSession.class)).isTrue();
        assertThat(bench.audience.last().visit()).isNotInstanceOf(ChoosingItem.class);
    }
}
