package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderNameTest {
    @ParameterizedTest
    @CsvSource({
        "Example Twin Reader (70D7E2EE) 00 00, 70D7E2EE",
        "Example CL [Contactless] (4C112) 01 00, 4C112",
        "Example ACR38 00 00, ''",
        "Example (USB) Reader 00 00, ''",
        "Example (1), ''"
    })
    void theSerialNumberStandsBeforeTheTwoCounts(String name, String serial) {
        assertThat(ReaderName.nameplate(name).serialNumber()).isEqualTo(serial);
        assertThat(ReaderName.nameplate(name).model()).isEqualTo(name);
    }
}
