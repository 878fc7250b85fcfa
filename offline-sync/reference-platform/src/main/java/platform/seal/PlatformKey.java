package platform.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import platform.wire.Digest;

/** The platform's SM2 key pair, made at its first start and kept in its folder. */
public final class PlatformKey {
    private static final String FILE = "sm2.key";
    private static final int HEX = 16;
    private static final int ID_LENGTH = 16;

    private final BigInteger secret;
    private final byte[] publicKey;

    private PlatformKey(BigInteger secret) {
        this.secret = secret;
        this.publicKey = Sm2.publicKey(secret);
    }

    public static PlatformKey in(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            if (Files.notExists(file)) {
                write(file, Sm2.newSecret(new SecureRandom()));
            }
            BigInteger secret = new BigInteger(Files.readString(file).strip(), HEX);
            if (!Sm2.isSecret(secret)) {
                throw new IllegalStateException("The platform's key file does not hold a key.");
            }
            return new PlatformKey(secret);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's key can be neither read nor made.", e);
        }
    }

    private static void write(Path file, BigInteger secret) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(),
                "sm2",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret.toString(HEX), StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The first 16 hexadecimal digits of SHA-256 over the public key. */
    public String id() {
        return Digest.hex(publicKey).substring(0, ID_LENGTH);
    }

    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(publicKey);
    }

    byte[] unwrap(byte[] wrapped) throws Unreadable {
        return Sm2.decrypt(secret, wrapped);
    }
}
