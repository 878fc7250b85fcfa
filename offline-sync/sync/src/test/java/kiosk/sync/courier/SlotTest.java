package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kiosk.sync.Handed;
import kiosk.sync.wire.Hello;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A terminal's turn is a matter of the time that passes: whatever the clock on the wall is put to, it comes neither earlier nor later. */
class SlotTest extends Pass {
    private static final Duration LATER = Duration.ofSeconds(100);

    private void leap(int days) {
        terminal.turnClock(Duration.ofDays(days));
        terminal.ring();
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void aSlotIsKeptToThroughALeapOfTheClock(int days) throws Exception {
        slot = new Hello.Slot(LATER, 0.1, 1, 1 << 20, Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            accept(Handed.care());
        }
        lineIsBack();
        time.run(Duration.ofSeconds(50));
        leap(days);
        time.run(Duration.ofSeconds(75));
        leap(-2 * days);
        time.run(Duration.ofSeconds(75));
        for (int i = 0; i < 5; i++) {
            Duration from = LATER.plusSeconds(10L * i);
            assertThat(when.get(i)).isBetween(from, from.plusSeconds(1));
        }
        assertThat(when).hasSize(5);
        assertThat(terminal.outbox.summary().waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void whoIsToAskForASlotLaterDoesSoThroughALeapOfTheClock(int days) throws Exception {
        slot = new Hello.Later(LATER);
        accept(Handed.care());
        lineIsBack();
        time.run(Duration.ofSeconds(1));
        int asked = line.requests;
        leap(days);
        time.run(Duration.ofSeconds(98));
        assertThat(line.requests).isEqualTo(asked);
        time.run(Duration.ofSeconds(52));
        assertThat(line.requests).isEqualTo(asked + 1);
    }
}
