package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import kiosk.sync.wire.Hello;
import org.junit.jupiter.api.Test;

/** The terminal's side of PLATFORM-API.md, section 12. */
class TurnTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Hello.Slot SLOT =
            new Hello.Slot(Duration.ofSeconds(42), 4, 2, 1_000_000, Duration.ofMinutes(5));

    private final Random random = new Random(11);
    private final Backoff backoff = Backoff.usual(random);

    private Turn back(Duration spread, boolean served) {
        Turn turn = new Turn(backoff, spread);
        turn.lineIsBack(0, served);
        return turn;
    }

    private Turn granted() {
        Turn turn = back(Duration.ZERO, false);
        turn.saysHello();
        turn.answered(SLOT, 0);
        return turn;
    }

    @Test
    void aThousandTerminalsSayHelloSpreadOverAMinuteUnlessSomebodyStandsThere() {
        long early = 0;
        for (int i = 0; i < 1000; i++) {
            Turn turn = back(Duration.ofMinutes(1), false);
            early += turn.greets(6 * SECOND) ? 1 : 0;
            assertThat(turn.greets(60 * SECOND)).isTrue();
            assertThat(turn.lets(60 * SECOND, 0)).isFalse();
        }
        assertThat(early).isBetween(50L, 160L);
        assertThat(back(Duration.ofMinutes(1), true).greets(0)).isTrue();
    }

    @Test
    void whoComesWhileTheTerminalWaitsAmongTheOthersEndsTheWait() {
        Turn turn = back(Duration.ofMinutes(1), false);
        turn.somebodyCame(1);
        assertThat(turn.greets(1)).isTrue();
    }

    @Test
    void aSlotIsKeptToInTimeAndNumber() {
        Turn turn = granted();
        assertThat(turn.lets(42 * SECOND - 1, 0)).isFalse();
        assertThat(turn.lets(42 * SECOND, 0)).isTrue();
        turn.setsOut(42 * SECOND, 4000);
        assertThat(turn.lets(42 * SECOND + SECOND / 4 - 1, 1)).isFalse();
        assertThat(turn.lets(42 * SECOND + SECOND / 4, 1)).isTrue();
        assertThat(turn.lets(42 * SECOND + SECOND / 4, 2)).isFalse();
        turn.setsOut(43 * SECOND, 500_000);
        assertThat(turn.lets(43 * SECOND + SECOND / 2 - 1, 0)).isFalse();
        assertThat(turn.bytesPerSecond()).contains(1_000_000L);
    }

    @Test
    void aSlotThatIsOverIsAskedForAnewAtOnce() {
        Turn turn = granted();
        assertThat(turn.lets(342 * SECOND, 0)).isTrue();
        assertThat(turn.lets(342 * SECOND + 1, 0)).isFalse();
        assertThat(turn.greets(342 * SECOND + 1)).isTrue();
    }

    @Test
    void aSlotOutlivesACut() {
        Turn turn = granted();
        turn.lineIsBack(50 * SECOND, false);
        assertThat(turn.greets(50 * SECOND)).isFalse();
        assertThat(turn.lets(50 * SECOND, 0)).isTrue();
        turn.lineIsBack(400 * SECOND, false);
        assertThat(turn.greets(400 * SECOND)).isTrue();
    }

    @Test
    void aSlotThatDoesNotWorkIsGivenUpForAnother() {
        Turn turn = granted();
        turn.doesNotWork(50 * SECOND, Duration.ofSeconds(10));
        assertThat(turn.lets(100 * SECOND, 0)).isFalse();
        assertThat(turn.greets(60 * SECOND - 1)).isFalse();
        assertThat(turn.greets(60 * SECOND)).isTrue();
        turn.emptied();
        turn.doesNotWork(70 * SECOND, Duration.ofSeconds(10));
        assertThat(turn.lets(70 * SECOND, 0)).isTrue();
    }

    @Test
    void helloIsSaidThreeTimesAndThenOneGoesAtATimeWithinFiveMinutes() {
        Turn turn = back(Duration.ZERO, false);
        long now = 0;
        for (int i = 1; i <= 3; i++) {
            now += 10 * SECOND;
            assertThat(turn.greets(now)).isTrue();
            turn.saysHello();
            turn.answered(new Hello.NoAnswer(), now);
        }
        assertThat(turn.greets(now + 300 * SECOND)).isFalse();
        assertThat(turn.lets(now + SECOND - 1, 0)).isFalse();
        assertThat(turn.lets(now + 300 * SECOND, 0)).isTrue();
        assertThat(turn.lets(now + 300 * SECOND, 1)).isFalse();
    }

    @Test
    void aPlatformThatDoesNotKnowHelloIsNotAskedTwice() {
        Turn turn = back(Duration.ZERO, false);
        turn.saysHello();
        turn.answered(new Hello.Unknown(), 0);
        assertThat(turn.greets(300 * SECOND)).isFalse();
        assertThat(turn.lets(300 * SECOND, 0)).isTrue();
    }

    @Test
    void toBeAskedLaterIsObeyedAndUpToHalfAddedHoweverOften() {
        Turn turn = back(Duration.ZERO, false);
        long now = 0;
        for (int i = 0; i < 20; i++) {
            turn.saysHello();
            turn.answered(new Hello.Later(Duration.ofSeconds(100)), now);
            assertThat(turn.greets(now + 100 * SECOND - 1)).isFalse();
            now += 150 * SECOND;
            assertThat(turn.greets(now)).isTrue();
        }
    }

    @Test
    void onceTheQueueIsEmptyNothingIsAskedAnyMore() {
        Turn turn = granted();
        assertThat(turn.bound()).isTrue();
        turn.emptied();
        assertThat(turn.bound()).isFalse();
        assertThat(turn.lets(1, 0)).isTrue();
        assertThat(turn.greets(1000 * SECOND)).isFalse();
    }

    @Test
    void aHelloThatWasCutOffAtThisEndIsSaidAgain() {
        Turn turn = back(Duration.ZERO, false);
        turn.saysHello();
        turn.cutOff(0);
        assertThat(turn.greets(2 * SECOND)).isTrue();
    }
}
