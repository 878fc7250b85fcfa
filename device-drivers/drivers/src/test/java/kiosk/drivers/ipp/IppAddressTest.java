package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.ServiceLoader;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IppAddressTest {
    @Test
    void documentsTravelWithoutTlsToThisMachineAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IppAddress.parse("ipp://192.168.1.20/ipp/print", false))
                .withMessageContaining("insecure");
        assertThat(IppAddress.parse("ipp://192.168.1.20/ipp/print", true).http())
                .isEqualTo(URI.create("http://192.168.1.20:631/ipp/print"));
        assertThat(IppAddress.parse("ipps://printer.hall", false).http())
                .isEqualTo(URI.create("https://printer.hall:631/ipp/print"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipp://localhost:8631/x", "ipp://127.0.0.1:8631/x", "IPP://[::1]:8631/x"})
    void thisMachineIsKnownByItsNames(String text) {
        assertThat(IppAddress.parse(text, false).printer().getScheme()).isEqualTo("ipp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer",
                "http://localhost/ipp",
                "ipp:///print",
                "ipp://me@localhost/x",
                "ipp://127.0.0.1.evil.example/x"
            })
    void whatIsNoPrintersAddressIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IppAddress.parse(text, false))
                .withMessageContaining("uri");
    }

    @Test
    void theDriverIsFoundAndNamesAnOptionItDoesNotKnow() {
        DeviceProvider provider = ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.driver().equals("ipp"))
                .findFirst()
                .orElseThrow();
        DeviceSettings settings = new DeviceSettings("ipp", Map.of("uri", "ipp://localhost/", "colour", "yes"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.open(settings))
                .withMessageContaining("colour");
    }
}
