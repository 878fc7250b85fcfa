package kiosk.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.device.Health.Supply;
import org.junit.jupiter.api.Test;

class SubjectTest {
    @Test
    void everyDeviceCanBeTestedUnderItsOwnName() {
        for (DeviceKind kind : DeviceKind.values()) {
            assertThat(Subject.of(kind).device()).contains(kind);
        }
        assertThat(Subject.CLOCK.device()).isEmpty();
    }

    @Test
    void aTestKeepsWordsAndFiguresAloneAndDoesNotSayWhoTested() {
        TestRecord test = test("s-0417", Map.of("reads", 10L));
        assertThat(test).hasToString("TestRecord[SPEAKER, PASSED, 1 figures]");
        Map<String, Long> many = new HashMap<>();
        IntStream.range(0, 65).forEach(i -> many.put("cell-" + i, 1L));
        assertThatThrownBy(() -> test("s-0417", many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> test("x".repeat(41), Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> test("s-0417", Map.of("a sentence", 1L))).isInstanceOf(IllegalArgumentException.class);
    }

    private static TestRecord test(String technician, Map<String, Long> figures) {
        return new TestRecord(Instant.EPOCH, Subject.SPEAKER, TestRecord.Verdict.PASSED, technician, figures);
    }

    @Test
    void aSupplyIsNeitherOverfullNorLessThanEmpty() {
        Supply full = new Supply(Supply.Kind.TONER, Supply.Level.OK, OptionalInt.of(100), OptionalInt.of(2000));
        assertThat(Health.online(Health.Nameplate.UNKNOWN).with(List.of(full)).supplies())
                .containsExactly(full);
        for (int wrong : new int[] {-1, 101}) {
            assertThatThrownBy(() ->
                            new Supply(Supply.Kind.TONER, Supply.Level.OK, OptionalInt.of(wrong), OptionalInt.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(
                        () -> new Supply(Supply.Kind.PAPER, Supply.Level.OK, OptionalInt.empty(), OptionalInt.of(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasNeverCountedIsNone() {
        assertThat(Life.UNKNOWN.of(Tally.JAMS)).isZero();
        Life life = new Life(Map.of(Tally.JAMS, 3L), List.of(), List.of(), Optional.empty(), OptionalInt.of(140));
        assertThat(life.of(Tally.JAMS)).isEqualTo(3);
    }
}
