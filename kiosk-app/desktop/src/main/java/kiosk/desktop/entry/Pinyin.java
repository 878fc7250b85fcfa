package kiosk.desktop.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chinese words and characters by their pinyin without tones (ü is v), from a table that came with the program; it learns nothing of
 * what is typed.
 */
public final class Pinyin {
    /** The longest spelling, in letters. */
    static final int LONGEST = 24;

    /** Words that addresses are made of, offered while nothing is spelled. */
    static final List<String> ADDRESS_WORDS =
            List.of("市", "区", "县", "镇", "街道", "路", "号", "小区", "号楼", "单元", "室", "村", "组", "省", "乡", "巷");

    private static final int MOST = 80;
    private static final int COMPLETIONS = 12;

    /** Something that may be meant by the first letters of a spelling. */
    record Candidate(String words, int letters) {}

    private record Found(long weight, List<String> words) {}

    private final NavigableMap<String, Found> table = new TreeMap<>();

    private Pinyin() {
        try (InputStream in = Pinyin.class.getResourceAsStream("/kiosk/desktop/pinyin.txt")) {
            if (in == null) {
                throw new IllegalStateException("no pinyin.txt in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().filter(it -> !it.startsWith("#")).forEach(this::learn);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table of pinyin cannot be read.", unreadable);
        }
    }

    private void learn(String line) {
        String[] parts = line.split("\t");
        table.put(parts[0], new Found(Long.parseLong(parts[1]), List.of(parts[2].split(" "))));
    }

    /** What a spelling may mean, likeliest first; what spells all of it, then what begins so, then what spells its beginning. */
    static List<Candidate> candidates(String spelling) {
        return spelling.isEmpty() ? List.of() : Table.ONLY.find(spelling);
    }

    private List<Candidate> find(String spelling) {
        Set<Candidate> found = new LinkedHashSet<>();
        exact(spelling).ifPresent(it -> add(found, it.words(), spelling.length()));
        completions(spelling)
                .forEach(it ->
                        add(found, it.words().subList(0, Math.min(2, it.words().size())), spelling.length()));
        for (int letters = spelling.length() - 1; letters > 0 && found.size() < MOST; letters--) {
            int head = letters;
            exact(spelling.substring(0, head)).ifPresent(it -> add(found, it.words(), head));
        }
        return new ArrayList<>(found);
    }

    private static void add(Set<Candidate> found, List<String> words, int letters) {
        words.stream().limit(MOST).forEach(it -> found.add(new Candidate(it, letters)));
    }

    private Optional<Found> exact(String spelling) {
        return Optional.ofNullable(table.get(spelling));
    }

    private List<Found> completions(String spelling) {
        return table.subMap(spelling, false, spelling + "{", false).entrySet().stream()
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong(Found::weight).reversed())
                .limit(COMPLETIONS)
                .toList();
    }

    /** Read when the first spelling is typed. */
    private static final class Table {
        static final Pinyin ONLY = new Pinyin();
    }
}
