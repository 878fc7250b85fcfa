package kiosk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package for Debian. */
class ShippedPackageTest {
    @Test
    void itHoldsProgramServiceAndSettingsAndNoEmulator() throws Exception {
        Shipped.Ended listed = Shipped.run("dpkg-deb", "-c", deb().toString());
        assertThat(listed.exit()).isZero();
        assertThat(listed.lines())
                .anyMatch(it -> it.startsWith("-rwxr-xr-x root/root") && it.endsWith(" ./opt/onestop-kiosk/bin/kiosk"))
                .anyMatch(it -> it.endsWith(" ./lib/systemd/system/onestop-kiosk.service"))
                .anyMatch(it -> it.endsWith(" ./etc/onestop-kiosk/kiosk.yaml"))
                .noneMatch(it -> it.matches(".*(emulator|kiosk-demo|contracts|reference-platform|monocle|people).*"));
    }

    @Test
    void itAsksForTheFontsTheScreenAndTheCardService() throws Exception {
        Shipped.Ended said = Shipped.run("dpkg-deb", "-f", deb().toString(), "Version", "Depends");
        assertThat(said.out())
                .contains("Version: " + System.getProperty("project.version"))
                .contains("libc6")
                .contains("libgtk-3-0")
                .contains("fonts-hanazono")
                .contains("pcscd")
                .contains("cage");
    }

    @Test
    void whatAnOfficeEditedSurvivesAnUpgrade() throws Exception {
        Shipped.Ended said = Shipped.run("dpkg-deb", "-I", deb().toString(), "conffiles");
        assertThat(said.lines()).contains("/etc/onestop-kiosk/kiosk.yaml");
    }

    private static Path deb() throws IOException {
        try (Stream<Path> made = Files.list(Shipped.TARGET)) {
            return made.filter(it -> it.toString().endsWith(".deb")).findFirst().orElseThrow();
        }
    }
}
