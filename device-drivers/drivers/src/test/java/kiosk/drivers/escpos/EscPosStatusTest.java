package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscPosStatusTest {
    @ParameterizedTest
    @CsvSource({
        "12, 12, 12, 12, ",
        "1A, 16, 12, 12, COVER_OPEN",
        "1A, 32, 12, 72, PAPER_OUT",
        "1A, 12, 12, 7E, PAPER_OUT",
        "1A, 52, 1A, 12, CUTTER",
        "1A, 52, 32, 12, HARDWARE",
        "1A, 52, 52, 12, TOO_HOT",
        "1A, 52, 16, 12, STOPPED",
        "1A, 12, 12, 12, STOPPED",
        "1A, 36, 1A, 72, CUTTER",
        "1A, 36, 12, 72, COVER_OPEN",
    })
    void eachAnswerNamesItsFaultAndOfSeveralTheGravest(String n1, String n2, String n3, String n4, Cause cause) {
        EscPosStatus status = new EscPosStatus(hex(n1), hex(n2), hex(n3), hex(n4));
        assertThat(status.fault().map(Fault::cause)).isEqualTo(Optional.ofNullable(cause));
    }

    private static int hex(String text) {
        return Integer.parseInt(text, 16);
    }

    @Test
    void paperNearItsEndIsAttentionAndNoFault() {
        EscPosStatus status = new EscPosStatus(0x12, 0x12, 0x12, 0x1E);
        assertThat(status.fault()).isEmpty();
        assertThat(status.health(Nameplate.UNKNOWN).state()).isEqualTo(Health.State.DEGRADED);
    }

    @ParameterizedTest
    @CsvSource({"12, 12, OK", "12, 1E, LOW", "12, 7E, OUT", "32, 72, OUT", "16, 7E, UNKNOWN"})
    void theRollIsAsItsSensorsSeeItUnlessTheCoverIsOpen(String offline, String paper, Level level) {
        EscPosStatus status = new EscPosStatus(0x12, hex(offline), 0x12, hex(paper));
        assertThat(status.health(Nameplate.UNKNOWN).supplies())
                .containsExactly(Supply.of(Supply.Kind.RECEIPT_ROLL, level));
    }

    @Test
    void onlyBytesWithTheFourFixedBitsRightAreAnAnswer() {
        assertThat(IntStream.range(-1, 256).filter(EscPosStatus::isStatus))
                .hasSize(16)
                .allMatch(b -> (b & 0x93) == 0x12);
    }
}
