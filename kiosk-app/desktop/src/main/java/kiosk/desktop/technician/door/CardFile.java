package kiosk.desktop.technician.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The technicians' cards that open this terminal, a line each: {@code <technician's number> <public key of the card, P-256, SubjectPublicKeyInfo
 * in base64>}. Whoever loses a card is taken off the list.
 */
public final class CardFile {
    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,7}) ([A-Za-z0-9+/]{100,200}={0,2})");
    private static final int MOST = 200;

    private final Path file;

    /** The cards in that file, which need not exist. */
    public CardFile(Path file) {
        this.file = file;
    }

    /** Whether any card is on the list. */
    public boolean isSet() {
        return !stored().isEmpty();
    }

    /**
     * Puts a card on the list.
     *
     * @throws IllegalArgumentException if the number is none, or the key is no public key on an elliptic curve
     */
    public void add(int technician, byte[] publicKey) {
        if (technician < 1 || technician > SecretFile.HIGHEST) {
            throw new IllegalArgumentException("a technician's number has one to eight digits");
        }
        key(publicKey);
        String line = technician + " " + Base64.getEncoder().encodeToString(publicKey) + "\n";
        try {
            Files.writeString(
                    file, line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException("The technician's card cannot be stored.", full);
        }
    }

    /** Whose card made that signature of that hash; empty if it is on no line of the list. */
    OptionalInt whose(byte[] hash, byte[] signature) {
        return stored().entrySet().stream()
                .filter(it -> fits(it.getKey(), hash, signature))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean fits(String publicKey, byte[] hash, byte[] signature) {
        try {
            Signature check = Signature.getInstance("NONEwithECDSA");
            check.initVerify(key(Base64.getDecoder().decode(publicKey)));
            check.update(hash);
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private static PublicKey key(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("not a public key on an elliptic curve", noKey);
        }
    }

    private Map<String, Integer> stored() {
        Map<String, Integer> all = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return all;
        }
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.limit(MOST)
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(it -> all.put(it.group(2), Integer.valueOf(it.group(1))));
        } catch (IOException | UncheckedIOException unreadable) {
            return new TreeMap<>();
        }
        return all;
    }
}
