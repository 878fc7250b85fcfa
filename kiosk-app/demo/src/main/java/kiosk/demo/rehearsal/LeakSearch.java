package kiosk.demo.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Searches every byte below a folder for words that must not be there, in each form in which a program might have left them. */
public final class LeakSearch {
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));
    private static final int SHORTEST_BASE64 = 5;

    /** By their first four bytes, so that a file is gone through once however many words there are. */
    private final Map<Integer, List<Needle>> needles = new HashMap<>();

    /** A word in one of its forms. */
    private record Needle(String form, byte[] bytes) {
        boolean standsAt(int place, byte[] content) {
            int end = place + bytes.length;
            return end <= content.length && Arrays.equals(content, place, end, bytes, 0, bytes.length);
        }
    }

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
            keep(form, bytes);
            HexFormat hex = HexFormat.of();
            keep(form + " hex", ascii(hex.formatHex(bytes)));
            keep(form + " HEX", ascii(hex.withUpperCase().formatHex(bytes)));
            for (int shift = 0; shift < 3; shift++) {
                String core = base64Core(bytes, shift);
                if (core.length() >= SHORTEST_BASE64) {
                    keep(form + " Base64 shifted " + shift, ascii(core));
                    keep(
                            form + " Base64url shifted " + shift,
                            ascii(core.replace('+', '-').replace('/', '_')));
                }
            }
        }
    }

    /** A form of fewer than four bytes would be found everywhere. */
    private void keep(String form, byte[] bytes) {
        if (bytes.length >= 4) {
            needles.computeIfAbsent(start(bytes, 0), none -> new ArrayList<>()).add(new Needle(form, bytes));
        }
    }

    private static int start(byte[] bytes, int place) {
        return ByteBuffer.wrap(bytes, place, 4).getInt();
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
                Set<String> forms = new TreeSet<>(formsIn(Files.readAllBytes(file)));
                forms.addAll(formsIn(file.getFileName().toString().getBytes(StandardCharsets.UTF_8)));
                forms.forEach(form -> leaks.add(new Leak(folder.relativize(file), form)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder could not be searched", e);
        }
        return leaks;
    }

    private Set<String> formsIn(byte[] content) {
        Set<String> forms = new TreeSet<>();
        int next = content.length < 4 ? 0 : start(content, 0);
        for (int place = 0; place + 4 <= content.length; place++) {
            for (Needle needle : needles.getOrDefault(next, List.of())) {
                if (needle.standsAt(place, content)) {
                    forms.add(needle.form());
                }
            }
            next = place + 4 < content.length ? (next << 8) | (content[place + 4] & 0xFF) : next;
        }
        return forms;
    }
}
