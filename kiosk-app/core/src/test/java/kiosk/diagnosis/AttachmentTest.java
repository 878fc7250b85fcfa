package kiosk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kiosk.device.DeviceSettings;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private static Attachment of(String driver, Map<String, String> options) {
        return Attachment.of(new DeviceSettings(driver, options));
    }

    @Test
    void theOptionsOfADriverTellHowItsDeviceIsAttached() {
        assertThat(of("sdt-serial", Map.of("port", "/dev/ttyUSB0", "baud", "9600")))
                .isEqualTo(new Attachment.Serial("/dev/ttyUSB0", Optional.of("9600")));
        assertThat(of("pcsc-social", Map.of())).isEqualTo(new Attachment.Pcsc(""));
        assertThat(of("sane-net", Map.of("host", "10.0.0.9"))).isEqualTo(new Attachment.Saned("10.0.0.9", 6566));
        assertThat(of("escpos-tcp", Map.of("host", "10.0.0.8"))).isEqualTo(new Attachment.Tcp("10.0.0.8", 9100));
        assertThat(of("escpos-tcp", Map.of("host", "10.0.0.8", "port", "9101")))
                .isEqualTo(new Attachment.Tcp("10.0.0.8", 9101));
        assertThat(of("hid-code", Map.of("usb", "05e0:1200"))).isEqualTo(new Attachment.Usb("05e0:1200"));
        assertThat(of("other", Map.of())).isEqualTo(new Attachment.Untold());
    }

    @Test
    void anAddressTellsHostAndPort() {
        assertThat(of("ipp", Map.of("uri", "ipp://localhost/ipp/print")))
                .isEqualTo(new Attachment.Tcp("localhost", 631));
        assertThat(of("ipp", Map.of("uri", "ipp://10.0.0.7:8631/ipp/print")))
                .isEqualTo(new Attachment.Tcp("10.0.0.7", 8631));
        assertThat(of("escl", Map.of("uri", "http://10.0.0.6/eSCL"))).isEqualTo(new Attachment.Tcp("10.0.0.6", 80));
        assertThat(of("escl", Map.of("uri", "https://10.0.0.6/eSCL"))).isEqualTo(new Attachment.Tcp("10.0.0.6", 443));
        assertThat(of("ipp", Map.of("uri", "nowhere"))).isEqualTo(new Attachment.Untold());
        assertThat(of("ipp", Map.of("uri", "http://[broken"))).isEqualTo(new Attachment.Untold());
    }

    @Test
    void portsOfOneHubAreKnownByTheirPaths() {
        String base = "/dev/serial/by-path/pci-0000:00:14.0-usb-0:";
        assertThat(hub(base + "1.2.3:1.0-port0")).isEqualTo(hub(base + "1.2.4:1.0"));
        assertThat(hub(base + "1.2.3:1.0-port0")).isNotEqualTo(hub(base + "1.3.3:1.0-port0"));
        assertThat(hub("/dev/ttyUSB0")).isEqualTo(hub("/dev/ttyACM3"));
    }

    private static String hub(String path) {
        return new Attachment.Serial(path, Optional.empty()).hub();
    }
}
