package kiosk.desktop.technician.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of the technicians' one-time codes at this terminal, readable by the owner alone; a line each:
 * {@code <technician's number> <key in hex>}. The help desk holds the same keys and answers the challenges.
 */
public final class SecretFile {
    /** The highest number a technician may have. */
    public static final int HIGHEST = 99_999_999;

    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,7}) ([0-9a-f]{64})");
    private static final int KEY_BYTES = 32;
    private static final int MOST = 200;

    private final Path file;

    /** The keys in that file, which need not exist. */
    public SecretFile(Path file) {
        this.file = file;
    }

    /** Whether any technician has a key here. */
    public boolean isSet() {
        return !stored().isEmpty();
    }

    /** A technician's key. */
    Optional<byte[]> of(int technician) {
        return Optional.ofNullable(stored().get(technician)).map(HexFormat.of()::parseHex);
    }

    /**
     * Gives a technician a new key, in place of the one before.
     *
     * @return the key in hex, to be told to the help desk and to nobody else
     * @throws IllegalArgumentException if the number is none, or too many have a key already
     */
    public String renew(int technician) {
        if (technician < 1 || technician > HIGHEST) {
            throw new IllegalArgumentException("a technician's number has one to eight digits");
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String hex = HexFormat.of().formatHex(key);
        Map<Integer, String> all = stored();
        all.put(technician, hex);
        if (all.size() > MOST) {
            throw new IllegalArgumentException("no more than " + MOST + " technicians have a key at one terminal");
        }
        write(all.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue() + "\n")
                .collect(Collectors.joining()));
        return hex;
    }

    private void write(String lines) {
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "secrets",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, lines, StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("The technician's key cannot be stored.", full);
        }
    }

    private Map<Integer, String> stored() {
        Map<Integer, String> all = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return all;
        }
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.limit(MOST)
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(it -> all.put(Integer.valueOf(it.group(1)), it.group(2)));
        } catch (IOException | UncheckedIOException unreadable) {
            return new TreeMap<>();
        }
        return all;
    }
}
