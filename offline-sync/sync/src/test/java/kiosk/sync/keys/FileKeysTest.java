package kiosk.sync.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import kiosk.sync.seal.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeysTest {
    @TempDir
    private Path folder;

    @Test
    void theKeysAreTheSameAfterARestartAndTheirOwnersAlone() throws Exception {
        FileKeys keys = new FileKeys(folder.resolve("keys"));
        Signer signer = SigningKey.in(folder.resolve("signing.key"), keys);
        FileKeys again = new FileKeys(folder.resolve("keys"));
        assertThat(again.tls().getPublic()).isEqualTo(keys.tls().getPublic());
        Signer same = SigningKey.in(folder.resolve("signing.key"), again);
        assertThat(same.publicKey()).isEqualTo(signer.publicKey());
        assertThat(signer.publicKey().verifies(new byte[5], same.sign(new byte[5])))
                .isTrue();
        assertThat(signer.publicKey().verifies(new byte[6], same.sign(new byte[5])))
                .isFalse();
        assertThat(signer.publicKey().verifies(new byte[5], new byte[64])).isFalse();
        for (Path file : new Path[] {folder.resolve("signing.key"), folder.resolve("keys/tls.key")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(keys.certificate()).isEmpty();
        keys.close();
    }

    @Test
    void aSpoiltKeyStopsTheStartInsteadOfMakingAnotherOne() throws Exception {
        FileKeys keys = new FileKeys(folder.resolve("keys"));
        Path file = folder.resolve("signing.key");
        Files.write(file, new byte[32]);
        assertThatIllegalStateException().isThrownBy(() -> SigningKey.in(file, keys));
        byte[] most = new byte[32];
        Arrays.fill(most, (byte) 0xff);
        Files.write(file, most);
        assertThatIllegalStateException().isThrownBy(() -> SigningKey.in(file, keys));
        Files.write(file, new byte[5000]);
        assertThatIllegalStateException().isThrownBy(() -> SigningKey.in(file, keys));
        Files.write(folder.resolve("keys/tls.key"), new byte[] {0, 0, 0, 9, 1});
        assertThatIllegalStateException().isThrownBy(keys::tls);
    }
}
