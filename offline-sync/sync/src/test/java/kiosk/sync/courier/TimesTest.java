package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final VirtualTime time = new VirtualTime();
    private final Times times = time.times();

    @Test
    void timeThatPassesIsNoJump() {
        time.run(Duration.ofDays(3));
        assertThat(times.passed()).isEqualTo(Duration.ofDays(3).toNanos());
        assertThat(times.jump()).isEmpty();
        assertThat(times.now()).isEqualTo(time.instant());
    }

    @Test
    void aClockThatIsPutOnOrBackIsSeenToTheMillisecondAndNotBefore() {
        Instant before = times.now();
        time.turn(Duration.ofDays(400));
        time.run(Duration.ofSeconds(5));
        assertThat(times.now()).isEqualTo(before.plusSeconds(5));
        assertThat(times.jump()).contains(Duration.ofDays(400));
        times.heeded();
        assertThat(times.jump()).isEmpty();
        time.turn(Duration.ofDays(-800));
        assertThat(times.jump()).contains(Duration.ofDays(-800));
        assertThat(times.now()).isEqualTo(time.instant());
    }

    @Test
    void aClockThatIsSetRightByASecondIsLeftAlone() {
        time.turn(Duration.ofMillis(1_900));
        assertThat(times.jump()).isEmpty();
    }

    @Test
    void aLeapIsToldUntilItIsHeededAndAnotherOneIsAddedToIt() {
        time.turn(Duration.ofDays(400));
        assertThat(times.jump()).contains(Duration.ofDays(400));
        time.run(Duration.ofSeconds(5));
        assertThat(times.jump()).contains(Duration.ofDays(400));
        time.turn(Duration.ofDays(-400));
        assertThat(times.jump()).contains(Duration.ZERO);
        times.heeded();
        assertThat(times.jump()).isEmpty();
    }
}
