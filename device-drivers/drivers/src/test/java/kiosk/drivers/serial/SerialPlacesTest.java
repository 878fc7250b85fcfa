package kiosk.drivers.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialPlacesTest {
    @TempDir
    Path devices;

    @Test
    void aPortBehindUsbIsNamedByItsSocketAndNothingElseIsTakenForAPort() throws Exception {
        Path folder = Files.createDirectories(devices.toRealPath().resolve("serial/by-path"));
        Path real = devices.toRealPath();
        for (String name : new String[] {"ttyUSB0", "ttyUSB1", "ttyACM0", "ttyS0", "tty1", "null"}) {
            Files.createFile(real.resolve(name));
        }
        Path socket = Files.createSymbolicLink(
                folder.resolve("pci-0000:00:14.0-usb-0:1.2:1.0-port0"), real.resolve("ttyUSB1"));
        assertThat(SerialPlaces.in(real))
                .containsExactlyInAnyOrder(
                        socket.toString(),
                        real.resolve("ttyUSB0").toString(),
                        real.resolve("ttyACM0").toString(),
                        real.resolve("ttyS0").toString());
        Files.delete(real.resolve("ttyUSB1"));
        assertThat(SerialPlaces.in(real)).doesNotContain(socket.toString());
    }

    @Test
    void aFolderWithoutPortsHasNone() {
        assertThat(SerialPlaces.in(devices)).isEmpty();
        assertThat(SerialPlaces.in(devices.resolve("missing"))).isEmpty();
    }

    @Test
    void thisMachineCanBeAsked() {
        assertThat(SerialPlaces.now()).isNotNull();
    }
}
