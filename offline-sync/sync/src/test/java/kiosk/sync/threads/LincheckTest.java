package kiosk.sync.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kiosk.sync.courier.TimesMeeting;
import kiosk.sync.disk.QuietMeeting;
import kiosk.sync.fault.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What threads share holds in whatever way they take turns: Lincheck tries one way after the other. That it would find what it is for is
 * proved by building each fault into our source.
 */
class LincheckTest {
    private static final int A_FEW_WAYS = 30;
    private static final int MANY_WAYS = 250;

    @TempDir
    private Path folder;

    @Test
    void aFewMeetingsHoldHoweverThreadsTakeTurns() {
        assertHolds(A_FEW_WAYS, List.of(TimesMeeting.class, QuietMeeting.class));
    }

    @Test
    @Tag("soak")
    @Timeout(300)
    void allMeetingsHoldHoweverThreadsTakeTurns() {
        assertHolds(
                MANY_WAYS,
                Arrays.stream(Fault.values())
                        .<Class<? extends Meeting>>map(Fault::meeting)
                        .distinct()
                        .toList());
    }

    private void assertHolds(int ways, List<Class<? extends Meeting>> meetings) {
        Elsewhere outcome = Elsewhere.tried(folder, ways, meetings);
        assertThat(outcome.holds()).as(outcome.said()).isTrue();
        assertThat(outcome.said())
                .contains(meetings.stream().map(it -> it.getName() + " holds").toList());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("soak")
    @Timeout(300)
    void lincheckFindsOut(Fault fault) throws IOException {
        fault.into(folder);
        Elsewhere outcome = Elsewhere.tried(folder, MANY_WAYS, List.of(fault.meeting()));
        assertThat(outcome.said())
                .contains(fault.meeting().getName() + " does not hold")
                .contains(fault.foundAs());
        assertThat(outcome.holds()).isFalse();
        Mutations.foundOut(fault.name(), fault.meeting().getSimpleName());
    }
}
