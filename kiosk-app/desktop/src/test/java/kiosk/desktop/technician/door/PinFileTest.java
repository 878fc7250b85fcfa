package kiosk.desktop.technician.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinFileTest {
    @TempDir
    Path folder;

    @Test
    void aPinAsShippedIsSlowToGuess() throws IOException {
        Path file = folder.resolve("pin");
        new PinFile(file).set("482915".toCharArray());
        assertThat(Files.readString(file)).startsWith("pbkdf2-sha256 600000 ");
    }
}
