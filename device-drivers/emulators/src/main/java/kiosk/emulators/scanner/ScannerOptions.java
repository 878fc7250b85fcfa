package kiosk.emulators.scanner;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The options of the emulated scanner (SANE Standard 1.06, 4.2.9 and 4.5) and their values for one handle.
 *
 * <pre>
 *   0 (how many)   1 group   2 source   3 mode   4 resolution   5 tl-x   6 tl-y   7 br-x   8 br-y
 * </pre>
 */
final class ScannerOptions {
    static final String FEEDER = "Automatic Document Feeder";
    static final int RELOAD_OPTIONS = 2;
    static final int RELOAD_PARAMETERS = 4;
    static final int INEXACT = 1;

    private static final int COUNT = 9;
    private static final int SOURCE = 2;
    private static final int MODE = 3;
    private static final int RESOLUTION = 4;
    private static final int TOP_LEFT_X = 5;
    private static final int BOTTOM_RIGHT_Y = 8;
    private static final int TEXT_SIZE = 32;
    private static final List<String> SOURCES = List.of(FEEDER, "Flatbed");
    private static final List<String> MODES = List.of("Gray", "Color");
    private static final int[] RESOLUTIONS = {75, 100, 150, 200, 300};
    private static final String[] EDGES = {"tl-x", "tl-y", "br-x", "br-y"};
    private static final int ACROSS = fixed(215.9);
    private static final int DOWN = fixed(297);

    private String source = FEEDER;
    private String mode = "Gray";
    private int resolution = 75;
    private final int[] edges = {0, 0, ACROSS, DOWN};

    private static int fixed(double millimetres) {
        return (int) Math.round(millimetres * 65536);
    }

    void describe(SaneWords words) {
        words.put(COUNT);
        words.put(0).put("").put("Number of options").put("").put(1, 0, 4, 4, 0);
        words.put(0).put("").put("Scan mode").put("").put(5, 0, 0, 0, 0);
        text(words, "source", SOURCES);
        text(words, "mode", MODES);
        words.put(0).put("resolution").put("Scan resolution").put("").put(1, 4, 4, 5, 2);
        words.put(RESOLUTIONS.length + 1, RESOLUTIONS.length).put(RESOLUTIONS);
        for (int edge = 0; edge < EDGES.length; edge++) {
            words.put(0).put(EDGES[edge]).put(EDGES[edge]).put("").put(2, 3, 4, 5, 1);
            words.put(0, 0, edge % 2 == 0 ? ACROSS : DOWN, 0);
        }
    }

    private static void text(SaneWords words, String name, List<String> values) {
        words.put(0).put(name).put(name).put("").put(3, 0, TEXT_SIZE, 5, 3);
        words.put(values.size() + 1);
        values.forEach(words::put);
        words.put("");
    }

    /** Sets a string; what is not in the list is refused. */
    boolean set(int option, byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != 0) {
            end++;
        }
        String text = new String(value, 0, end, StandardCharsets.ISO_8859_1);
        if (option == SOURCE && SOURCES.contains(text)) {
            source = text;
            return true;
        }
        if (option == MODE && MODES.contains(text)) {
            mode = text;
            return true;
        }
        return false;
    }

    /** Sets a number to the nearest one allowed and answers that; the option must be one of numbers. */
    int set(int option, int value) {
        if (option == RESOLUTION) {
            resolution = Arrays.stream(RESOLUTIONS)
                    .reduce((one, other) -> Math.abs(one - value) <= Math.abs(other - value) ? one : other)
                    .orElseThrow();
            return resolution;
        }
        int edge = option - TOP_LEFT_X;
        edges[edge] = Math.max(0, Math.min(edge % 2 == 0 ? ACROSS : DOWN, value));
        return edges[edge];
    }

    boolean isText(int option) {
        return option == SOURCE || option == MODE;
    }

    boolean isNumber(int option) {
        return option >= RESOLUTION && option <= BOTTOM_RIGHT_Y;
    }

    boolean fromFeeder() {
        return source.equals(FEEDER);
    }

    /** The page these options make. */
    PageShape shape() {
        return new PageShape(
                mode.equals("Color"), resolution, millimetres(0), millimetres(1), millimetres(2), millimetres(3));
    }

    private double millimetres(int edge) {
        return edges[edge] / 65536.0;
    }
}
