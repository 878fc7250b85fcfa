package platform.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PlatformClockTest {
    private final PlatformClock clock =
            new PlatformClock(Clock.fixed(Instant.parse("2026-11-22T01:15:00Z"), ZoneOffset.UTC));

    @Test
    void aTimeHasItsSecondsAlsoWhereTheyAreZero() {
        assertThat(clock.text()).isEqualTo("2026-11-22T09:15:00.000+08:00");
        clock.advance(Duration.ofMillis(2500));
        assertThat(clock.text()).isEqualTo("2026-11-22T09:15:02.500+08:00");
        assertThat(clock.textDaysAgo(30))
                .isEqualTo("2026-10-23T09:15:02.500+08:00")
                .isLessThan(clock.text());
        assertThat(PlatformClock.text(Instant.parse("2026-12-31T16:00:00Z")))
                .isEqualTo("2027-01-01T00:00:00.000+08:00");
    }
}
