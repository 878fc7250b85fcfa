package kiosk.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file with one public key: PEM ({@code -----BEGIN PUBLIC KEY-----}, RFC 7468) or the same in DER. */
final class PublicKeyFile {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final long LARGEST = 8192;

    private PublicKeyFile() {}

    /** The key's SubjectPublicKeyInfo. @throws IllegalArgumentException if the file is too large for one */
    static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("a file of that size is no public key");
            }
            byte[] bytes = Files.readAllBytes(file);
            Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            return pem.find() ? Base64.getMimeDecoder().decode(pem.group(1)) : bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key's file cannot be read.", unreadable);
        }
    }
}
