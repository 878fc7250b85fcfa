package kiosk.demo.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The demo kiosk's settings: {@code kiosk-demo.yaml} with the addresses of the world filled in. */
final class DemoSettings {
    private DemoSettings() {}

    static void write(Path file, Path dataFolder, Map<String, String> addresses) {
        write(file, "DEMO", dataFolder, addresses);
    }

    /** The same for a terminal of another name. */
    static void write(Path file, String terminal, Path dataFolder, Map<String, String> addresses) {
        try (InputStream in = Objects.requireNonNull(DemoSettings.class.getResourceAsStream("/kiosk-demo.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> address : addresses.entrySet()) {
                text = text.replace("${" + address.getKey() + "}", address.getValue());
            }
            Files.writeString(
                    file,
                    text.replace("terminal: DEMO", "terminal: " + terminal)
                            .replace("${data}", dataFolder.toAbsolutePath().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's settings cannot be written", e);
        }
    }
}
