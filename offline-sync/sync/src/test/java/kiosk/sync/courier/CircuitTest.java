package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Optional<Duration> NOTHING_ASKED = Optional.empty();
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final Backoff backoff = Backoff.usual(new Random(3));
    private final Circuit way = new Circuit(backoff);

    @Test
    void afterABreakOneGoesToSeeAndTheOthersWaitForIt() {
        way.failed(way.setsOut(), 0, NOTHING_ASKED);
        assertThat(way.lets(HOUR)).isTrue();
        int probe = way.setsOut();
        assertThat(way.lets(HOUR)).isFalse();
        assertThat(way.opensAt()).isEmpty();
        way.worked(probe);
        assertThat(way.lets(HOUR)).isTrue();
        way.setsOut();
        assertThat(way.lets(HOUR)).isTrue();
    }

    @Test
    void fourThatWereUnderWayTogetherFailOnce() {
        int[] four = {way.setsOut(), way.setsOut(), way.setsOut(), way.setsOut()};
        for (int one : four) {
            assertThat(way.failed(one, 0, NOTHING_ASKED)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        }
        int longest = 0;
        for (int i = 0; i < 100; i++) {
            Circuit twice = new Circuit(backoff);
            twice.failed(twice.setsOut(), 0, NOTHING_ASKED);
            longest = Math.max(longest, (int)
                    twice.failed(twice.setsOut(), 0, NOTHING_ASKED).toMillis());
        }
        assertThat(longest).isBetween(3000, 4000);
    }

    @Test
    void aSuccessFromBeforeTheBreakDoesNotMakeTheWayWhole() {
        int early = way.setsOut();
        way.failed(way.setsOut(), 0, Optional.of(Duration.ofMinutes(1)));
        way.worked(early);
        assertThat(way.lets(Duration.ofSeconds(59).toNanos())).isFalse();
    }

    @Test
    void whatThePlatformAsksForLaterThanTheBreakIsKeptToo() {
        int first = way.setsOut();
        int second = way.setsOut();
        way.failed(first, 0, NOTHING_ASKED);
        way.failed(second, 0, Optional.of(Duration.ofSeconds(100)));
        assertThat(way.lets(Duration.ofSeconds(99).toNanos())).isFalse();
        assertThat(way.lets(Duration.ofSeconds(150).toNanos())).isTrue();
    }

    @Test
    void oneThatWentToSeeAndSaysNothingLetsAnotherGo() {
        way.failed(way.setsOut(), 0, NOTHING_ASKED);
        int probe = way.setsOut();
        way.saidNothing(probe);
        assertThat(way.lets(HOUR)).isTrue();
    }

    @Test
    void aDepartmentThatIsDownHoldsItsOwnAlone() {
        Circuits circuits = new Circuits(backoff);
        Circuits.Way tax = circuits.setsOut("tax");
        circuits.departmentFailed(tax, 0, Optional.of(Duration.ofSeconds(30)));
        assertThat(circuits.lets("tax", 1)).isFalse();
        assertThat(circuits.lets("medical-insurance", 1)).isTrue();
        assertThat(circuits.held(1)).containsExactly("tax");
        assertThat(circuits.changes()).hasSize(1);
        Circuits.Way probe = circuits.setsOut("tax");
        assertThat(circuits.held(HOUR)).containsExactly("tax");
        circuits.worked(probe);
        assertThat(circuits.held(HOUR)).isEmpty();
    }

    @Test
    void thePlatformThatIsAwayHoldsEverything() {
        Circuits circuits = new Circuits(backoff);
        circuits.platformFailed(circuits.setsOut("tax"), 0, Optional.of(Duration.ofSeconds(30)));
        assertThat(circuits.lets("medical-insurance", 1)).isFalse();
        circuits.lineIsBack();
        assertThat(circuits.lets("medical-insurance", 1)).isTrue();
    }
}
