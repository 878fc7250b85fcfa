package kiosk.desktop.widget;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which characters the fonts have: the bundled face, and those of the machine, to which JavaFX turns for what that lacks. */
final class Glyphs {
    /** Asked only for characters out of the ordinary, for the fonts are read at the first question. */
    static final Glyphs KNOWN = new Glyphs();

    private final List<Font> fonts = new ArrayList<>();

    private Glyphs() {}

    /** Whether a character is one that the bundled face has for certain: line ends, ASCII, CJK punctuation and URO ideographs. */
    static boolean isOrdinary(int character) {
        return character == '\n'
                || within(0x20, 0x7E, character)
                || within(0x3001, 0x3011, character)
                || within(0x4E00, 0x9FA5, character);
    }

    private static boolean within(int first, int last, int character) {
        return first <= character && character <= last;
    }

    synchronized boolean has(int character) {
        if (fonts.isEmpty()) {
            fonts.add(bundled());
            fonts.addAll(Arrays.asList(
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
        }
        boolean unseen = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
        return isOrdinary(character) || unseen || fonts.stream().anyMatch(it -> it.canDisplay(character));
    }

    private static Font bundled() {
        try (InputStream in = Fonts.open("Regular")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException broken) {
            throw new UncheckedIOException("The bundled font cannot be read.", new IOException(broken));
        }
    }
}
