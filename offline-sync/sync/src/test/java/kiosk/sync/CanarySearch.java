package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches files for what must stand in none of them, in whatever form a text may be written. */
public record CanarySearch(List<String> secrets) {
    /** A search that finds nothing must be shown to find something. */
    public void provesItself(Path beside) throws IOException {
        for (String secret : secrets) {
            for (byte[] form : forms(secret)) {
                Path planted = beside.resolve("canary");
                Files.write(planted, "before ".getBytes(StandardCharsets.US_ASCII));
                Files.write(planted, form, StandardOpenOption.APPEND);
                assertThat(found(beside)).as("planted").containsExactly("canary");
                Files.delete(planted);
            }
        }
    }

    /** The names of the files in which a secret stands in any form. */
    public List<String> found(Path where) {
        Map<Byte, List<byte[]>> forms =
                secrets.stream().flatMap(it -> forms(it).stream()).collect(Collectors.groupingBy(it -> it[0]));
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(read(file), forms))
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

    /** Each place of the text is looked at once, for the forms that begin like it. */
    private static boolean contains(byte[] text, Map<Byte, List<byte[]>> forms) {
        boolean[] begins = new boolean[1 << Byte.SIZE];
        forms.keySet().forEach(it -> begins[it & 0xff] = true);
        for (int at = 0; at < text.length; at++) {
            if (begins[text[at] & 0xff]) {
                for (byte[] form : forms.get(text[at])) {
                    int end = at + form.length;
                    if (end <= text.length && Arrays.equals(text, at, end, form, 0, form.length)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
