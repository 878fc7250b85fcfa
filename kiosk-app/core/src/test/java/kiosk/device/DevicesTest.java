package kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.device.Fault.Cause;
import kiosk.device.Health.Nameplate;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final Fault NOT_CONFIGURED = new Fault(Cause.NOT_CONFIGURED, "");
    private final Devices none = AbsentDevice.none();

    @Test
    void anAbsentDeviceIsOfflineWithItsReasonWhateverItIsAsked() throws InterruptedException {
        Duration patience = Duration.ofDays(1);
        assertThat(none.idCardReader().read(patience)).isEqualTo(new IdCardReader.Broken(NOT_CONFIGURED));
        assertThat(none.idCardReader().presence()).isEqualTo(Presence.GONE);
        assertThat(none.socialCardReader().read(patience)).isEqualTo(new SocialCardReader.Broken(NOT_CONFIGURED));
        assertThat(none.socialCardReader().presence()).isEqualTo(Presence.GONE);
        Pin pin = new Pin("135790".toCharArray());
        assertThat(none.socialCardReader().pinTries("1", patience)).isEqualTo(new PinOutcome.Broken(NOT_CONFIGURED));
        assertThat(none.socialCardReader().changePin("1", pin, pin, patience))
                .isEqualTo(new PinOutcome.Broken(NOT_CONFIGURED));
        assertThat(none.codeScanner().scan(patience)).isEqualTo(new CodeScanner.Broken(NOT_CONFIGURED));
        assertThat(none.documentScanner().scan(DocumentScanner.Resolution.DPI_200, patience, part -> {}))
                .isEqualTo(new DocumentScanner.Broken(NOT_CONFIGURED));
        assertThat(none.receiptPrinter().print(new Receipt(List.of()), patience))
                .isEqualTo(new ReceiptPrinter.NotPrinted(NOT_CONFIGURED));
        assertThat(none.pagePrinter().print(new PagePrinter.Job("n", new byte[0], 1), patience, any -> {}))
                .isEqualTo(new PagePrinter.NotPrinted(NOT_CONFIGURED));
    }

    @Test
    void everyKindOfDeviceIsThereOnce() {
        List<Device> byKind = Arrays.stream(DeviceKind.values()).map(none::of).toList();
        assertThat(none.all()).containsExactlyElementsOf(byKind).doesNotHaveDuplicates();
        for (Device device : none.all()) {
            assertThat(device.health()).isEqualTo(Health.offline(NOT_CONFIGURED, Nameplate.UNKNOWN));
            assertThat(device.health().usable()).isFalse();
            device.close();
            device.close();
        }
    }

    @Test
    void aDeviceThatWantsAttentionSoonIsStillUsable() {
        assertThat(Health.online(Nameplate.UNKNOWN).usable()).isTrue();
        assertThat(Health.degraded(new Fault(Cause.PAPER_LOW, ""), Nameplate.UNKNOWN)
                        .usable())
                .isTrue();
    }

    @Test
    void aFaultsCodeIsShortAndPrintable() {
        Fault fault = new Fault(Cause.GARBLED, "status\n张\u0007" + "x".repeat(100));
        assertThat(fault.code()).hasSize(60).startsWith("status???x").isPrintable();
        assertThat(new Fault(Cause.BUSY, "E1").code()).isEqualTo("E1");
    }

    @Test
    void everyCauseHasSomebodyWhoCuresIt() {
        assertThat(Cause.values())
                .allSatisfy(cause -> assertThat(cause.remedy()).isIn((Object[]) Fault.Remedy.values()));
        assertThat(Cause.PAPER_OUT.remedy()).isEqualTo(Fault.Remedy.HOST_CLERK);
        assertThat(Cause.NOT_AUTHORISED.remedy()).isEqualTo(Fault.Remedy.VENDOR);
    }

    @Test
    void anOptionThatIsMissingOrUnknownIsNamedWithWhatIsKnown() {
        DeviceSettings settings =
                new DeviceSettings("sdt-serial", Map.of("port", "/dev/ttyS0", "empty", " ", "sped", "9600"));
        assertThat(settings.required("port")).isEqualTo("/dev/ttyS0");
        assertThat(settings.optional("speed", "115200")).isEqualTo("115200");
        assertThat(settings.optional("sped", "115200")).isEqualTo("9600");
        assertThatThrownBy(() -> settings.required("parity"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sdt-serial")
                .hasMessageContaining("parity");
        assertThatThrownBy(() -> settings.required("empty")).hasMessageContaining("empty");
        assertThatThrownBy(() -> settings.allow(Set.of("port", "speed", "empty")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[sped]")
                .hasMessageContaining("[empty, port, speed]");
        settings.allow(Set.of("port", "sped", "empty"));
    }

    @Test
    void aPicturesBitsFitItsMeasure() {
        assertThat(new Receipt.Picture(9, 2, new byte[4]).width()).isEqualTo(9);
        List<int[]> wrong =
                new ArrayList<>(List.of(new int[] {0, 1, 0}, new int[] {8, 0, 0}, new int[] {8, 1, 2}, new int[] {
                    ReceiptPrinter.DOTS_ACROSS + 1, 1, 73
                }));
        for (int[] it : wrong) {
            assertThatThrownBy(() -> new Receipt.Picture(it[0], it[1], new byte[it[2]]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void resolutionsAreInDotsAnInch() {
        assertThat(DocumentScanner.Resolution.values())
                .extracting(DocumentScanner.Resolution::dotsPerInch)
                .containsExactly(150, 200, 300);
    }
}
