package kiosk.emulators.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CodeScannerEmulatorTest {
    @Test
    void aCodeIsSentBetweenItsPrefixAndItsSuffix() throws IOException {
        try (CodeScannerEmulator scanner = new CodeScannerEmulator(Pty.open(), Pace.none());
                RandomAccessFile port = new RandomAccessFile(scanner.path(), "rw")) {
            scanner.show("a");
            assertThat(read(port, 2)).isEqualTo("610d");
            scanner.beginWith("]Q1");
            scanner.endWith("\r\n");
            scanner.speak(Charset.forName("GB18030"));
            scanner.show("中");
            assertThat(read(port, 7)).isEqualTo("5d5131d6d00d0a");
            scanner.send("raw".getBytes(StandardCharsets.US_ASCII));
            assertThat(read(port, 3)).isEqualTo("726177");
        }
    }

    private static String read(RandomAccessFile port, int count) throws IOException {
        byte[] bytes = new byte[count];
        port.readFully(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
