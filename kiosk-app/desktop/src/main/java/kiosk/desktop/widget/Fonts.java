package kiosk.desktop.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The faces of the screens, loaded once from the program itself: a new machine has no Chinese font. Characters the face lacks are
 * drawn from the fonts the machine has, as Debian's fonts-hanazono; what none of them has is named by {@link #drawable}.
 */
public final class Fonts {
    /** The family the stylesheet names. */
    public static final String FAMILY = "Noto Sans SC";

    private static final List<String> FACES = List.of("Regular", "Bold");

    private Fonts() {}

    /** Makes the faces known to JavaFX; harmless twice. */
    public static void load() {
        if (!Font.getFamilies().contains(FAMILY)) {
            FACES.forEach(Fonts::load);
        }
    }

    private static void load(String face) {
        try (InputStream in = open(face)) {
            if (Font.loadFont(in, 36) == null) {
                throw new IllegalStateException("the font " + face + " cannot be used");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The font " + face + " cannot be read.", unreadable);
        }
    }

    /** The words as they can be drawn: a character that no font has is named by its code point, never a silent box. */
    public static String drawable(String words) {
        if (words.codePoints().allMatch(Glyphs::isOrdinary)) {
            return words;
        }
        StringBuilder drawable = new StringBuilder();
        words.codePoints().forEach(it -> {
            if (Glyphs.KNOWN.has(it)) {
                drawable.appendCodePoint(it);
            } else {
                drawable.append("〔U+%04X〕".formatted(it));
            }
        });
        return drawable.toString();
    }

    /** The font's bytes. */
    static InputStream open(String face) {
        InputStream in = Fonts.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-" + face + ".ttf");
        if (in == null) {
            throw new IllegalStateException("the font " + face + " is not in the program");
        }
        return in;
    }
}
