package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import platform.Sealing;

class SealedContainerTest {
    private static final int SEGMENT = 65_536 + 16;
    private static final UUID ID = UUID.fromString("01935c3a-7b1e-7f00-8a00-0123456789ab");

    @TempDir
    Path folder;

    private PlatformKey key;

    @BeforeEach
    void makeKey() {
        key = PlatformKey.in(folder);
    }

    private byte[] sealed(int length) {
        return Sealing.seal(plaintext(length), ID, key.id(), key.publicKeyBase64());
    }

    private static byte[] plaintext(int length) {
        byte[] plaintext = new byte[length];
        new Random(length).nextBytes(plaintext);
        return plaintext;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void whatWasSealedComesOut(int length) throws Unreadable {
        assertThat(SealedContainer.open(sealed(length), ID, key)).isEqualTo(plaintext(length));
    }

    @Test
    void theKeyIsTheSameAfterARestartAndSaysItsOwnId() {
        assertThat(PlatformKey.in(folder).publicKeyBase64()).isEqualTo(key.publicKeyBase64());
        assertThat(key.id()).matches("[0-9a-f]{16}");
    }

    @Test
    void anySingleBentByteIsNoticed() {
        byte[] container = sealed(100);
        for (int i = 0; i < container.length; i++) {
            byte[] bent = container.clone();
            bent[i] ^= 1;
            assertThatThrownBy(() -> SealedContainer.open(bent, ID, key))
                    .as("byte %d", i)
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void anyShorterContainerIsNoticed() {
        byte[] container = sealed(100);
        for (int length = 0; length < container.length; length++) {
            byte[] cut = Arrays.copyOf(container, length);
            assertThatThrownBy(() -> SealedContainer.open(cut, ID, key)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aContainerCutAtTheEndOfASegmentIsNoticed() {
        byte[] container = sealed(2 * 65_536);
        byte[] cut = Arrays.copyOf(container, container.length - SEGMENT);
        assertThatThrownBy(() -> SealedContainer.open(cut, ID, key)).isInstanceOf(Unreadable.class);
    }

    @Test
    void segmentsThatChangedPlacesAreNoticed() {
        byte[] container = sealed(3 * 65_536);
        int first = container.length - 3 * SEGMENT;
        byte[] swapped = container.clone();
        System.arraycopy(container, first, swapped, first + SEGMENT, SEGMENT);
        System.arraycopy(container, first + SEGMENT, swapped, first, SEGMENT);
        assertThatThrownBy(() -> SealedContainer.open(swapped, ID, key)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aContainerUnderAnotherIdDoesNotOpen() {
        byte[] container = sealed(100);
        assertThatThrownBy(() -> SealedContainer.open(container, UUID.randomUUID(), key))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void randomBytesAreNoContainer() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] container = i % 2 == 0 ? noise : withStart(noise);
            assertThatThrownBy(() -> SealedContainer.open(container, ID, key)).isInstanceOf(Unreadable.class);
        }
    }

    private byte[] withStart(byte[] noise) {
        byte[] start = Arrays.copyOf(sealed(1), 6 + key.id().length() + noise.length);
        System.arraycopy(noise, 0, start, 6 + key.id().length(), noise.length);
        return start;
    }

    @Test
    void anyPlaintextIsReadOrRefused() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            if (noise.length > 4) {
                Arrays.fill(noise, 0, 3, (byte) 0);
            }
            assertThatThrownBy(() -> Payload.parse(noise)).isInstanceOf(Unreadable.class);
        }
    }
}
