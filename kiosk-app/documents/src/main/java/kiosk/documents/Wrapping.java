package kiosk.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a text into lines that fit, by code points: between any two Chinese characters, but Latin words and numbers stay whole where they
 * fit, and no line begins with a closing mark or ends with an opening one.
 */
final class Wrapping {
    private static final String CLOSING = "，。、；：？！）》」』】”’〕%·,.;:?!)]}";
    private static final String OPENING = "（《「『【“‘〔([{";

    private final double room;
    private final ToDoubleFunction<String> width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private Wrapping(double room, ToDoubleFunction<String> width) {
        this.room = room;
        this.width = width;
    }

    /** The lines of a text; one empty line for an empty text. */
    static List<String> lines(String text, double room, ToDoubleFunction<String> width) {
        Wrapping wrapping = new Wrapping(room, width);
        pieces(text).forEach(wrapping::add);
        wrapping.end();
        return wrapping.lines;
    }

    private void add(String piece) {
        if (width.applyAsDouble((line + piece).stripTrailing()) <= room) {
            line += piece;
        } else if (width.applyAsDouble(piece.strip()) <= room) {
            end();
            line = piece.stripLeading();
        } else {
            piece.codePoints().mapToObj(Character::toString).forEach(this::addCharacter);
        }
    }

    private void addCharacter(String character) {
        if (!line.isEmpty() && width.applyAsDouble(line + character) > room) {
            end();
        }
        line += character;
    }

    private void end() {
        if (!line.isBlank() || lines.isEmpty()) {
            lines.add(line.strip());
        }
        line = "";
    }

    /** What must not be parted. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        String before = "";
        for (String character : text.codePoints().mapToObj(Character::toString).toList()) {
            if (!pieces.isEmpty() && together(before, character)) {
                pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + character);
            } else {
                pieces.add(character);
            }
            before = character;
        }
        return pieces;
    }

    private static boolean together(String before, String next) {
        return CLOSING.contains(next) || OPENING.contains(before) || (inWord(before) && inWord(next));
    }

    private static boolean inWord(String character) {
        int code = character.codePointAt(0);
        return code > ' ' && code < 0x2E80 && !OPENING.contains(character);
    }
}
