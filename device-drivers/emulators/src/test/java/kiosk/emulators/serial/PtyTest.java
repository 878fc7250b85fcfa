package kiosk.emulators.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class PtyTest {
    private static final byte[] EVERY_BYTE = everyByte();

    @TempDir
    private Path folder;

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Test
    void noByteIsChangedOnItsWayOut() throws IOException {
        try (Pty pty = Pty.open();
                RandomAccessFile port = new RandomAccessFile(pty.path(), "rw")) {
            assertThat(pty.write(EVERY_BYTE)).isTrue();
            byte[] got = new byte[256];
            port.readFully(got);
            assertThat(got).isEqualTo(EVERY_BYTE);
        }
    }

    @Test
    void noByteIsChangedOrEchoedOnItsWayIn() throws IOException {
        try (Pty pty = Pty.open();
                RandomAccessFile port = new RandomAccessFile(pty.path(), "rw")) {
            port.write(EVERY_BYTE);
            byte[] got = new byte[512];
            assertThat(pty.read(got, Duration.ofSeconds(2))).isEqualTo(256);
            assertThat(got).startsWith(EVERY_BYTE);
            assertThat(pty.read(got, Duration.ofMillis(30))).isZero();
        }
    }

    @Test
    void theLinkGoesWithTheCableAndComesBackUnderTheSameName() throws IOException {
        Path link = folder.resolve("ttyReader");
        try (Pty pty = Pty.at(link)) {
            assertThat(link.toRealPath().getParent()).isEqualTo(Path.of("/dev/pts"));
            pty.cableOut();
            assertThat(link).doesNotExist();
            assertThat(pty.read(new byte[1], Duration.ofMillis(20))).isZero();
            assertThat(pty.write(new byte[1])).isFalse();
            pty.cableIn();
            assertThat(link.toRealPath().getParent()).isEqualTo(Path.of("/dev/pts"));
        }
        assertThat(link).doesNotExist();
    }

    @Test
    void whoeverHasThePortOpenIsHungUpOnWhenTheCableIsPulled() throws IOException {
        try (Pty pty = Pty.open();
                RandomAccessFile port = new RandomAccessFile(pty.path(), "rw")) {
            pty.cableOut();
            assertThatIOException().isThrownBy(() -> port.write(1));
        }
    }

    @Test
    void nobodyReadingDoesNotBlockTheWriterForEver() {
        try (Pty pty = Pty.open()) {
            assertThat(pty.write(new byte[1 << 20], Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void aClosedCableStaysOut() {
        Pty pty = Pty.open();
        pty.close();
        pty.cableIn();
        assertThat(pty.read(new byte[1], Duration.ofSeconds(5))).isEqualTo(-1);
        assertThat(Path.of(pty.path())).doesNotExist();
        assertThat(pty.baud()).isZero();
    }

    @Test
    void aKilobyteTakesAsLongAsOnARealWire() throws IOException {
        try (Pty pty = Pty.open();
                RandomAccessFile port = new RandomAccessFile(pty.path(), "rw")) {
            long start = System.nanoTime();
            assertThat(Pace.of(115200).send(pty, new byte[1024])).isTrue();
            port.readFully(new byte[1024]);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Pace.wireTime(1024, 115200));
            assertThat(Pace.wireTime(1152, 115200)).isEqualTo(Duration.ofMillis(100));
        }
    }
}
