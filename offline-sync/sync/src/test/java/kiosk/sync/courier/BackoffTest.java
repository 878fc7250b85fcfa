package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = Backoff.usual(new Random(7));

    @Test
    void terminalsThatFailedTogetherComeBackSpreadOverTheWholeWait() {
        double mean = IntStream.range(0, 2000)
                .mapToLong(i -> backoff.after(4).toMillis())
                .peek(it -> assertThat(it).isBetween(0L, 16_000L))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(7500.0, 8500.0);
    }

    @Test
    void noWaitIsLongerThanFiveMinutesHoweverOftenItFailed() {
        IntStream.of(9, 31, 32, 63, 64, 1_000_000, Integer.MAX_VALUE)
                .forEach(n -> assertThat(backoff.after(n)).isBetween(Duration.ZERO, Duration.ofMinutes(5)));
    }

    @Test
    void whatThePlatformAsksForIsKeptAndUpToHalfAsMuchAdded() {
        IntStream.range(0, 200)
                .forEach(i -> assertThat(backoff.after(1, Optional.of(Duration.ofSeconds(100))))
                        .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(150)));
    }

    @Test
    void aPlatformThatAsksForAYearIsAskedAgainWithinTwoHours() {
        assertThat(backoff.after(1, Optional.of(Duration.ofDays(365)))).isLessThan(Duration.ofHours(2));
    }
}
