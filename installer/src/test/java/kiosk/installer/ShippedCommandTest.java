package kiosk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kiosk.device.DeviceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is shipped, on a machine without a single device. */
class ShippedCommandTest {
    private static final String COMMAND = Shipped.COMMAND.toString();

    @TempDir
    private Path folder;

    @Test
    void itSaysItsVersion() throws Exception {
        Shipped.Ended ended = Shipped.run(COMMAND, "--version");
        assertThat(ended.lines()).containsExactly("OneStop Kiosk " + System.getProperty("project.version"));
        assertThat(ended.exit()).isZero();
    }

    @Test
    void everyMissingDeviceIsNamedAndKeepsNothingElseFromBeingChecked() throws Exception {
        Shipped.Ended ended = check(settings());
        for (DeviceKind kind : DeviceKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(ended.lines()).anyMatch(it -> it.startsWith("device " + name + ": OFFLINE "));
        }
        assertThat(ended.lines()).contains("catalogue: 8 items");
        assertThat(ended.exit()).isEqualTo(3);
    }

    @Test
    void aWordNobodyKnowsStopsTheStartWithFileAndLine() throws Exception {
        Path settings = settings();
        Files.writeString(settings, Files.readString(settings).replace("warning:", "warnnig:"));
        Shipped.Ended ended = check(settings);
        assertThat(ended.out()).contains("kiosk.yaml").contains("warnnig");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(Shipped.run(COMMAND, "--config", settings.toString()).exit())
                .as("it does not start, either")
                .isEqualTo(2);
    }

    @Test
    void noNativeLibraryIsUnpackedAtRunTime() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Shipped.Ended ended = Shipped.run(
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary),
                COMMAND,
                "check",
                "--config",
                settings().toString());
        assertThat(ended.exit()).isEqualTo(3);
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left).containsExactly(temporary);
        }
    }

    private static Shipped.Ended check(Path settings) throws IOException, InterruptedException {
        return Shipped.run(COMMAND, "check", "--config", settings.toString());
    }

    /** The shipped example, with a data folder and ports that are ours alone. */
    private Path settings() throws IOException {
        String example = Files.readString(Path.of("../config/kiosk.yaml"));
        Path settings = folder.resolve("kiosk.yaml");
        Files.writeString(
                settings,
                example.replace("/var/lib/onestop-kiosk", folder.resolve("data").toString())
                        .replace("/dev/ttyUSB", folder.resolve("ttyUSB").toString())
                        .replace("host: 127.0.0.1", "host: 127.0.0.1\n    port: 1")
                        .replace("localhost:631", "127.0.0.1:1"));
        return settings;
    }
}
