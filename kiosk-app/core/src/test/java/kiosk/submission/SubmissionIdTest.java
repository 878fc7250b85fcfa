package kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import kiosk.twin.TurnedClock;
import org.junit.jupiter.api.Test;

class SubmissionIdTest {
    private final TurnedClock clock = TurnedClock.standing();

    @Test
    void anIdIsAUuidOfVersionSevenThatBearsItsTime() {
        SubmissionId id = SubmissionId.create(clock);
        assertThat(id.uuid().version()).isEqualTo(7);
        assertThat(id.uuid().variant()).isEqualTo(2);
        assertThat(id.uuid().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void idsRiseWithTheClockAsTextToo() {
        String before = "";
        for (int i = 0; i < 1_000; i++) {
            clock.turn(Duration.ofMillis(1));
            String id = SubmissionId.create(clock).toString();
            assertThat(id).isGreaterThan(before);
            before = id;
        }
    }

    @Test
    void noTwoAreAlikeWithinAMillisecond() {
        Set<SubmissionId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(SubmissionId.create(clock));
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void anIdIsReadBackFromItsText() {
        SubmissionId id = SubmissionId.create(clock);
        assertThat(SubmissionId.parse(id.toString())).isEqualTo(id);
    }
}
