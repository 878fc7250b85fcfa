package kiosk.drivers.scanner;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;

/**
 * An option of a scanner and what it may be set to (SANE Standard 1.06, 4.2.9).
 *
 * @param index its number in calls
 * @param type {@link #INT}, {@link #FIXED}, {@link #STRING} or another
 * @param unit {@link #MILLIMETRES}, {@link #PIXELS} or another
 * @param size of its value in bytes
 * @param capabilities bits: can be set by software, inactive, …
 * @param range lowest, highest, step; empty if it has no range
 * @param words the values it may have; empty if it has no such list
 * @param texts the strings it may have; empty if it has no such list
 */
record SaneOption(
        int index,
        String name,
        int type,
        int unit,
        int size,
        int capabilities,
        List<Integer> range,
        List<Integer> words,
        List<String> texts) {
    static final int INT = 1;
    static final int FIXED = 2;
    static final int STRING = 3;
    static final int PIXELS = 1;
    static final int MILLIMETRES = 3;

    private static final int SOFT_SELECT = 1;
    private static final int INACTIVE = 32;
    private static final int LARGEST_VALUE = 4096;

    static SaneOption read(int index, SaneWire wire) throws IOException, InterruptedException {
        String name = wire.text();
        wire.text();
        wire.text();
        int type = wire.word();
        int unit = wire.word();
        int size = wire.word();
        int capabilities = wire.word();
        return switch (wire.word()) {
            case 0 -> new SaneOption(index, name, type, unit, size, capabilities, List.of(), List.of(), List.of());
            case 1 ->
                new SaneOption(index, name, type, unit, size, capabilities, rangeFrom(wire), List.of(), List.of());
            case 2 ->
                new SaneOption(index, name, type, unit, size, capabilities, List.of(), wordsFrom(wire), List.of());
            case 3 ->
                new SaneOption(
                        index, name, type, unit, size, capabilities, List.of(), List.of(), wire.array(wire::text));
            default -> throw new ProtocolException("a constraint that is none");
        };
    }

    private static List<Integer> rangeFrom(SaneWire wire) throws IOException, InterruptedException {
        return wire.pointer() ? List.of(wire.word(), wire.word(), wire.word()) : List.of();
    }

    /** The first word of the list counts the others. */
    private static List<Integer> wordsFrom(SaneWire wire) throws IOException, InterruptedException {
        List<Integer> words = wire.array(wire::word);
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    /** Whether it can be set now. */
    boolean settable() {
        return (capabilities & SOFT_SELECT) != 0
                && (capabilities & INACTIVE) == 0
                && size >= 0
                && size <= LARGEST_VALUE;
    }

    boolean isNumber() {
        return type == INT || type == FIXED;
    }

    /** A number as the option's words have it: fixed-point numbers have sixteen bits behind the point. */
    int scaled(double number) {
        return (int) Math.round(type == FIXED ? number * 65536 : number);
    }

    /** What a word of the option stands for. */
    double number(int scaled) {
        return type == FIXED ? scaled / 65536.0 : scaled;
    }

    /** The word nearest to it that the range allows. */
    int withinRange(int scaled) {
        return range.isEmpty() ? scaled : Math.max(range.get(0), Math.min(range.get(1), scaled));
    }
}
