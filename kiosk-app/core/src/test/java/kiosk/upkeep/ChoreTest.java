package kiosk.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import org.junit.jupiter.api.Test;

class ChoreTest {
    private static Health offline(Cause cause) {
        return Health.offline(new Fault(cause, ""), Nameplate.UNKNOWN);
    }

    @Test
    void theClerkIsToldOfWhatTheClerkCanCureAndOfNothingElse() {
        Map<DeviceKind, Health> healths = Map.of(
                DeviceKind.PAGE_PRINTER, offline(Cause.PAPER_JAM),
                DeviceKind.RECEIPT_PRINTER, Health.degraded(new Fault(Cause.PAPER_LOW, ""), Nameplate.UNKNOWN),
                DeviceKind.ID_CARD_READER, offline(Cause.NOT_AUTHORISED),
                DeviceKind.DOCUMENT_SCANNER, offline(Cause.BUSY),
                DeviceKind.SOCIAL_CARD_READER, offline(Cause.NOT_CONFIGURED),
                DeviceKind.CODE_SCANNER, Health.online(Nameplate.UNKNOWN));
        assertThat(Chore.in(healths, printer -> OptionalInt.of(27)))
                .containsExactly(
                        new Chore(DeviceKind.RECEIPT_PRINTER, Cause.PAPER_LOW, OptionalInt.of(27)),
                        new Chore(DeviceKind.PAGE_PRINTER, Cause.PAPER_JAM, OptionalInt.empty()));
    }
}
