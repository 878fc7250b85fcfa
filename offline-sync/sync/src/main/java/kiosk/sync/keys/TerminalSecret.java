package kiosk.sync.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import kiosk.sync.disk.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 32 random bytes that this terminal alone has, wrapped by its keys, in a file for its owner alone; made at the first start. A secret
 * that is gone or damaged is made anew; what was locked or marked with it is not found any more.
 */
public final class TerminalSecret implements Supplier<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalSecret.class);
    private static final int BYTES = 32;
    private static final int LONGEST_FILE = 4096;

    private final byte[] secret;

    private TerminalSecret(byte[] secret) {
        this.secret = secret;
    }

    /** The secret in that file, wrapped by those keys. */
    public static TerminalSecret in(Path file, TerminalKeys keys) {
        try {
            Optional<byte[]> opened = opened(file, keys);
            return new TerminalSecret(opened.isPresent() ? opened.get() : made(file, keys));
        } catch (IOException e) {
            throw new UncheckedIOException("a secret of the terminal cannot be read or made", e);
        }
    }

    private static Optional<byte[]> opened(Path file, TerminalKeys keys) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(keys.unwrap(Files.readAllBytes(file))).filter(it -> it.length == BYTES);
        } catch (IllegalStateException notWrappedHere) {
            LOG.warn("{} cannot be opened", file.getFileName());
            return Optional.empty();
        }
    }

    private static byte[] made(Path file, TerminalKeys keys) throws IOException {
        LOG.info("{} is made", file.getFileName());
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Disk.real().put(file, keys.wrap(fresh));
        return fresh;
    }

    /** A copy; the caller wipes it. */
    @Override
    public byte[] get() {
        return secret.clone();
    }
}
