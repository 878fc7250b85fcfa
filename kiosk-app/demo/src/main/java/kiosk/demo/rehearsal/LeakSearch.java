package kiosk.demo.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Searches every byte below a folder for words that must not be there, in each form in which a program might have left them. */
public final class LeakSearch {
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));
    private static final int SHORTEST_BASE64 = 5;

    private final Map<String, byte[]> needles = new LinkedHashMap<>();

    /** A place where a word was found: the file, and how the word stands there. */
    public record Leak(Path file, String form) {}

    /** A search for these words; each is known by its place in the list, never written anywhere. */
    public LeakSearch(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            add("word " + i, words.get(i));
        }
    }

    private void add(String name, String word) {
        for (Charset charset : ENCODINGS) {
            byte[] bytes = word.getBytes(charset);
            String form = name + " " + charset.name();
            needles.put(form, bytes);
            HexFormat hex = HexFormat.of();
            needles.put(form + " hex", ascii(hex.formatHex(bytes)));
            needles.put(form + " HEX", ascii(hex.withUpperCase().formatHex(bytes)));
            for (int shift = 0; shift < 3; shift++) {
                String core = base64Core(bytes, shift);
                if (core.length() >= SHORTEST_BASE64) {
                    needles.put(form + " Base64 shifted " + shift, ascii(core));
                    needles.put(
                            form + " Base64url shifted " + shift,
                            ascii(core.replace('+', '-').replace('/', '_')));
                }
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What stays the same in Base64 when the word begins at that place of a group of three: the characters it alone makes. */
    private static String base64Core(byte[] word, int shift) {
        byte[] shifted = new byte[word.length + shift];
        System.arraycopy(word, 0, shifted, shift, word.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return whole.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    /** Every place below the folder where a word stands. */
    public List<Leak> below(Path folder) {
        List<Leak> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                byte[] name = file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
                needles.forEach((form, needle) -> {
                    if (contains(content, needle) || contains(name, needle)) {
                        leaks.add(new Leak(folder.relativize(file), form));
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder could not be searched", e);
        }
        return leaks;
    }

    private static boolean contains(byte[] content, byte[] needle) {
        if (needle.length < 4) {
            return false;
        }
        for (int i = 0; i <= content.length - needle.length; i++) {
            int matched = 0;
            while (matched < needle.length && content[i + matched] == needle[matched]) {
                matched++;
            }
            if (matched == needle.length) {
                return true;
            }
        }
        return false;
    }
}
