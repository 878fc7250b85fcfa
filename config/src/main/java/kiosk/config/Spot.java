package kiosk.config;

import java.util.Collection;
import java.util.List;

/** A line of a file, counted from 1; 0 is the file as a whole. */
record Spot(String file, int line) {
    private static final int LONGEST_WORD = 80;

    ConfigProblem problem(String what) {
        return problem(what, "", List.of());
    }

    ConfigProblem problem(String what, String word) {
        return problem(what, word, List.of());
    }

    ConfigProblem problem(String what, String word, Collection<String> known) {
        return new ConfigProblem(this, what, shown(word), known);
    }

    private static String shown(String word) {
        String line = word.replaceAll("[\\p{Cntrl}]", " ");
        return line.length() <= LONGEST_WORD ? line : line.substring(0, LONGEST_WORD) + "…";
    }
}
