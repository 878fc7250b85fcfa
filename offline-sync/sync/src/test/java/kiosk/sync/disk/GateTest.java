package kiosk.sync.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import kiosk.submission.Outbox.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final long MOST = 256L << 20;

    @TempDir
    private Path folder;

    private long nanos;
    private boolean failing;
    private int written;

    private Gate gate(long floor) {
        return new Gate(new Room(folder, floor, 0), MOST, this::write, () -> nanos);
    }

    private void write() throws IOException {
        if (failing) {
            throw new IOException("read-only");
        }
        written++;
    }

    @Test
    void aDiskThatShowsSpaceButTakesNothingIsFoundOutWithinHalfAMinute() {
        Gate gate = gate(0);
        assertThat(gate.closed(0, false)).isEmpty();
        failing = true;
        nanos += Duration.ofSeconds(29).toNanos();
        assertThat(gate.closed(0, false)).isEmpty();
        nanos += Duration.ofSeconds(2).toNanos();
        assertThat(gate.closed(0, false)).contains(Why.BROKEN);
    }

    @Test
    void aRefusalOrATroubledDatabaseHasTheDiskTriedAtOnce() {
        Gate gate = gate(0);
        assertThat(gate.closed(0, false)).isEmpty();
        failing = true;
        assertThat(gate.closed(0, true)).contains(Why.BROKEN);
        failing = false;
        assertThat(gate.closed(0, false)).isEmpty();
        failing = true;
        gate.doubt();
        assertThat(gate.closed(0, false)).contains(Why.BROKEN);
    }

    @Test
    void whatIsShutOpensByItselfWhenTheDiskTakesSomethingAgainAndIsLeftInPeaceThen() {
        Gate gate = gate(0);
        failing = true;
        assertThat(gate.closed(0, false)).contains(Why.BROKEN);
        assertThat(gate.closed(0, false)).contains(Why.BROKEN);
        failing = false;
        assertThat(gate.closed(0, false)).isEmpty();
        assertThat(gate.closed(0, false)).isEmpty();
        assertThat(written).isEqualTo(1);
    }

    @Test
    void aDiskOrADatabaseWithoutRoomForTheLargestSubmissionIsFullAndNotWrittenTo() {
        assertThat(gate(Long.MAX_VALUE).closed(0, false)).contains(Why.FULL);
        Gate gate = gate(0);
        assertThat(gate.closed(MOST - Gate.LARGEST + 1, true)).contains(Why.NEARLY_FULL);
        assertThat(gate.closed(MOST - (1 << 20), true)).contains(Why.FULL);
        assertThat(written).isZero();
        assertThat(gate.closed(MOST - Gate.LARGEST, false)).isEmpty();
    }
}
