package kiosk.sync.upkeep;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers under words as a text: {@code word:number}, separated by spaces. */
final class Figures {
    private Figures() {}

    static String text(Map<?, Long> figures) {
        return figures.entrySet().stream()
                .map(it -> it.getKey() + ":" + it.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException if it is of another form */
    static Map<String, Long> parse(String text) {
        Map<String, Long> figures = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            String[] parts = pair.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a word and a number were expected");
            }
            figures.put(parts[0], Long.parseLong(parts[1]));
        }
        return figures;
    }

    static Map<Integer, Long> steps(String text) {
        return parse(text).entrySet().stream()
                .collect(Collectors.toMap(it -> Integer.valueOf(it.getKey()), Map.Entry::getValue));
    }
}
