package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kiosk.sync.Handed;
import kiosk.sync.store.QueueAway;
import org.junit.jupiter.api.Test;

/** The store fails just when something is to be written that is told only once. */
class StoreFailsAtTheWrongMomentTest extends Pass {
    /** The courier looks at what happened while nothing can be changed in the queue. */
    private void ringWhileTheStoreFails() {
        QueueAway.take(terminal.store);
        terminal.ring();
        QueueAway.bringBack(terminal.store);
    }

    private void anOutageOfAnHour() throws Exception {
        accept(Handed.care());
        time.run(Duration.ofHours(1));
        sent.clear();
    }

    @Test
    void aLeapOfTheClockIsNotForgottenOverIt() throws Exception {
        anOutageOfAnHour();
        time.turn(Duration.ofDays(-400));
        ringWhileTheStoreFails();
        time.run(Duration.ofMinutes(15));
        assertThat(sent).isNotEmpty();
    }

    @Test
    void thatTheLineIsBackIsNotForgottenOverIt() throws Exception {
        anOutageOfAnHour();
        line.up = true;
        terminal.rounds.lineIsBack();
        ringWhileTheStoreFails();
        time.run(Duration.ofSeconds(7));
        assertThat(sent).isNotEmpty();
    }
}
