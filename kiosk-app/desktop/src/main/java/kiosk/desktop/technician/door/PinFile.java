package kiosk.desktop.technician.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The hash of the technician's PIN in a file of one line: {@code pbkdf2-sha256 <iterations> <salt in hex> <hash in hex>}
 * (PBKDF2-HMAC-SHA-256, RFC 8018 5.2). There is no default: without the file no PIN is right.
 */
public final class PinFile {
    /** The shortest PIN. */
    public static final int SHORTEST = 6;

    /** The longest PIN. */
    public static final int LONGEST = 12;

    private static final String KIND = "pbkdf2-sha256";
    private static final int ITERATIONS = 600_000;
    private static final int BITS = 256;

    private final Path file;
    private final int iterations;

    /** The PIN in that file, which need not exist. */
    public PinFile(Path file) {
        this(file, ITERATIONS);
    }

    PinFile(Path file, int iterations) {
        this.file = file;
        this.iterations = iterations;
    }

    /** Whether a PIN has been set. */
    public boolean isSet() {
        return Files.isRegularFile(file);
    }

    /**
     * Sets the PIN, readable by the owner alone.
     *
     * @throws IllegalArgumentException if it is not six to twelve digits, or the same digit throughout
     */
    public void set(char[] pin) {
        String digits = new String(pin);
        if (!digits.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")
                || digits.chars().distinct().count() < 2) {
            throw new IllegalArgumentException("a PIN is six to twelve digits, not all the same");
        }
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        HexFormat hex = HexFormat.of();
        String line = String.join(
                " ", KIND, String.valueOf(iterations), hex.formatHex(salt), hex.formatHex(hash(pin, salt, iterations)));
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(
                    folder,
                    "pin",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, line + "\n", StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("The PIN cannot be stored.", full);
        }
    }

    /** Whether that is the PIN; takes about half a second. */
    public boolean matches(char[] pin) {
        return isSet() && stored().map(it -> it.is(pin)).orElse(false);
    }

    private Optional<Stored> stored() {
        try {
            String[] parts =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ");
            if (parts.length != 4 || !parts[0].equals(KIND) || !parts[1].matches("[0-9]{5,8}")) {
                return Optional.empty();
            }
            HexFormat hex = HexFormat.of();
            return Optional.of(new Stored(Integer.parseInt(parts[1]), hex.parseHex(parts[2]), hex.parseHex(parts[3])));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private record Stored(int iterations, byte[] salt, byte[] hash) {
        boolean is(char[] pin) {
            return salt.length > 0 && MessageDigest.isEqual(hash, PinFile.hash(pin, salt, iterations));
        }
    }

    private static byte[] hash(char[] pin, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(pin, salt, iterations, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no PBKDF2", missing);
        } finally {
            key.clearPassword();
            Arrays.fill(pin, '0');
        }
    }
}
