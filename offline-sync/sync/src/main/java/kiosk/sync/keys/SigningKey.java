package kiosk.sync.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import kiosk.sync.disk.Disk;
import kiosk.sync.seal.Signer;

/**
 * The SM2 key that this terminal signs with: made here, wrapped by the terminal's other keys, and never leaving it but into memory. The
 * file holds the 32 wrapped bytes and nothing else. A file that does not open is a reason to stop, not to make another key: the platform
 * knows the first one.
 */
public final class SigningKey {
    private static final int LONGEST_FILE = 4096;

    private SigningKey() {}

    /**
     * The key in that file, made where there is none.
     *
     * @throws UncheckedIOException if the disk does not give or take it
     * @throws IllegalStateException if the keys do not open it
     */
    public static Signer in(Path file, TerminalKeys keys) {
        try {
            return Files.exists(file) ? opened(file, keys) : made(file, keys);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal's signing key cannot be read or written", e);
        }
    }

    private static Signer opened(Path file, TerminalKeys keys) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new IllegalStateException("the terminal's signing key is not one");
        }
        byte[] bytes = keys.unwrap(Files.readAllBytes(file));
        try {
            return Sm2Secret.of(bytes, new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the terminal's signing key is not one", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Signer made(Path file, TerminalKeys keys) throws IOException {
        Sm2Secret fresh = Sm2Secret.fresh(new SecureRandom());
        byte[] bytes = fresh.bytes();
        try {
            Disk.real().put(file, keys.wrap(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        return fresh;
    }
}
