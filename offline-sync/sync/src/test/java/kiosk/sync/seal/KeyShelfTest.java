package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyShelfTest {
    @TempDir
    private Path folder;

    private final PlatformKey delivered =
            PlatformKey.parse(new Opener().publicKey()).orElseThrow();
    private final PlatformKey announced =
            PlatformKey.parse(new Opener().publicKey()).orElseThrow();

    @Test
    void aTerminalThatNeverReachedThePlatformSealsToTheKeyItCameWith() throws Exception {
        assertThat(shelf().current()).contains(delivered);
    }

    @Test
    void theAnnouncedKeyOutlivesTheProcess() throws Exception {
        shelf().keep(announced);
        assertThat(shelf().current()).contains(announced);
    }

    @Test
    void aFileCutByThePowerCountsAsNone() throws Exception {
        shelf().keep(announced);
        Path file = folder.resolve("platform.key");
        Files.writeString(file, Files.readString(file).substring(0, 40));
        assertThat(shelf().current()).contains(delivered);
    }

    @Test
    void onlyAPointOfTheCurveIsAKey() {
        byte[] point = Base64.getDecoder().decode(announced.base64());
        byte[] beside = point.clone();
        beside[64] ^= 1;
        byte[] compressed = point.clone();
        compressed[0] = 2;
        assertThat(PlatformKey.parse(Base64.getEncoder().encodeToString(beside)))
                .isEmpty();
        assertThat(PlatformKey.parse(Base64.getEncoder().encodeToString(compressed)))
                .isEmpty();
        assertThat(PlatformKey.parse("not Base64!")).isEmpty();
        assertThat(PlatformKey.parse(announced.base64()))
                .contains(announced)
                .hasValueSatisfying(it -> assertThat(it.hashCode()).isEqualTo(announced.hashCode()));
    }

    @Test
    void theIdFollowsFromTheKey() {
        String digits = Sha256.hex(Base64.getDecoder().decode(announced.base64()));
        assertThat(announced.id()).isEqualTo(digits.substring(0, 16));
        assertThat(announced).hasToString("PlatformKey[" + announced.id() + "]");
    }

    private KeyShelf shelf() throws Exception {
        Path file = Files.writeString(folder.resolve("delivered.key"), delivered.base64());
        return new KeyShelf(folder.resolve("platform.key"), Optional.of(file));
    }
}
