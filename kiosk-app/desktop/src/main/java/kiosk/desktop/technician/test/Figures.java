package kiosk.desktop.technician.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiosk.desktop.widget.Texts;

/** What a test measured, as sentences; a figure that the stations of the line show better is left out. */
public final class Figures {
    private static final List<String> KNOWN = List.of(
            "rounds",
            "read",
            "unreadable",
            "lay-median-ms",
            "lay-slowest-ms",
            "read-median-ms",
            "read-slowest-ms",
            "lift-median-ms",
            "lift-slowest-ms",
            "print-ms",
            "scan-ms",
            "same",
            "other",
            "looks-good",
            "sees-frame",
            "sees-steps",
            "sees-streaks",
            "scanned",
            "dirty-cells",
            "speakers",
            "heard",
            "cells",
            "dead-cells",
            "ghosts",
            "fingers",
            "compared",
            "ahead-s",
            "free-mb",
            "total-mb",
            "sound");
    private static final Pattern CELL = Pattern.compile("(dirty|dead)-row-(\\d+)-column-(\\d+)");

    private Figures() {}

    /** The sentences, in the order in which one asks. */
    public static List<String> of(Map<String, Long> figures, Texts texts) {
        List<String> lines = new ArrayList<>();
        for (String word : KNOWN) {
            Long value = figures.get(word);
            if (value != null) {
                lines.add(sentence(word, value, texts));
            }
        }
        new TreeMap<>(figures)
                .keySet().stream()
                        .map(CELL::matcher)
                        .filter(Matcher::matches)
                        .forEach(it ->
                                lines.add(texts.say("figure." + it.group(1) + "-cell", it.group(2), it.group(3))));
        return lines;
    }

    private static String sentence(String word, long value, Texts texts) {
        return word.equals("ahead-s") && value < 0
                ? texts.say("figure.behind-s", Math.abs(value))
                : texts.say("figure." + word, value(word, value, texts));
    }

    private static String value(String word, long value, Texts texts) {
        if (word.endsWith("-ms")) {
            return "%.1f".formatted(value / 1000.0);
        }
        boolean yesOrNo = word.startsWith("sees-")
                || List.of("same", "other", "looks-good", "scanned", "speakers", "heard", "compared", "sound")
                        .contains(word);
        return yesOrNo ? texts.say(value == 0 ? "figure.no" : "figure.yes") : String.valueOf(value);
    }
}
