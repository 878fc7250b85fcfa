package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.seal.Opener;
import kiosk.sync.wire.PlatformAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes the disk out of a terminal reads nothing a citizen said. */
class SecrecyTest {
    private static final byte[] CANARY_PAGE =
            "canary-on-a-page-of-paper".repeat(4000).getBytes(StandardCharsets.US_ASCII);
    private static final PlatformAddress NOBODY = new PlatformAddress(URI.create("http://127.0.0.1:1"));
    private static final List<String> SECRETS =
            List.of(Handed.NAME, Handed.NUMBER, "13800000000", "canary-on-a-page-of-paper");

    @TempDir
    private Path folder;

    @Test
    void nothingACitizenSaidIsReadableOnTheDisk() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> before = filesOf(temporary);
        Path kiosk = folder.resolve("kiosk");
        Path key = Files.writeString(folder.resolve("delivered.keys"), new Opener().announces());
        Submission submission = Handed.withPages(CANARY_PAGE, CANARY_PAGE);
        try (Sync sync = Sync.open(Online.settings("K001", NOBODY, kiosk, Optional.of(key)))) {
            assertThat(sync.outbox().accept(submission)).isInstanceOf(Outbox.Accepted.class);
            sync.outbox().hold(Handed.payment());
            sync.outbox().rate(Handed.rating(submission, 1));
            sync.outbox().delivery(submission.id(), Duration.ofMillis(200));
            assertThat(kiosk.resolve("outbox.db-wal")).isNotEmptyFile();
            assertThat(found(kiosk)).as("while it runs").isEmpty();
        }
        assertThat(found(kiosk)).as("after its end").isEmpty();
        Set<Path> left = filesOf(temporary);
        left.removeAll(before);
        left.stream()
                .filter(it -> !it.startsWith(folder))
                .forEach(it -> assertThat(found(it)).isEmpty());
        provesItself(Files.createDirectory(folder.resolve("planted")));
    }

    /** A search that finds nothing must be shown to find something. */
    private static void provesItself(Path beside) throws IOException {
        for (String secret : SECRETS) {
            for (byte[] form : forms(secret)) {
                Path planted = beside.resolve("canary");
                Files.write(planted, "before ".getBytes(StandardCharsets.US_ASCII));
                Files.write(planted, form, java.nio.file.StandardOpenOption.APPEND);
                assertThat(found(beside)).as("planted").containsExactly("canary");
                Files.delete(planted);
            }
        }
    }

    private static Set<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new LinkedHashSet<>(files.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in which a secret stands in any form. */
    private static List<String> found(Path where) {
        List<byte[]> forms = SECRETS.stream().flatMap(it -> forms(it).stream()).toList();
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> forms.stream().anyMatch(form -> contains(read(file), form)))
                    .map(it -> it.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> forms(String secret) {
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(utf8);
        Stream<byte[]> plain =
                Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030").map(it -> secret.getBytes(Charset.forName(it)));
        Stream<byte[]> written =
                Stream.of(hex, hex.toUpperCase(Locale.ROOT)).map(it -> it.getBytes(StandardCharsets.US_ASCII));
        return Stream.of(plain, written, base64(utf8)).flatMap(it -> it).toList();
    }

    /** In Base64 a text looks different at each of three offsets; the characters its neighbours share are left out. */
    private static Stream<byte[]> base64(byte[] text) {
        return Stream.of(0, 1, 2).map(offset -> {
            byte[] shifted = new byte[offset + text.length];
            System.arraycopy(text, 0, shifted, offset, text.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = offset == 0 ? 0 : offset + 1;
            int to = shifted.length / 3 * 4;
            return Arrays.copyOfRange(whole.getBytes(StandardCharsets.US_ASCII), from, to);
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] text, byte[] form) {
        for (int at = 0; at + form.length <= text.length; at++) {
            if (text[at] == form[0] && Arrays.equals(text, at, at + form.length, form, 0, form.length)) {
                return true;
            }
        }
        return false;
    }
}
