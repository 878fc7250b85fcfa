package kiosk.documents;

import java.nio.charset.Charset;
import kiosk.device.Receipt.Size;

/**
 * The receipt printer's own font as far as the layout must know it: the characters of GBK, ASCII half as wide as the others, 48 halves across
 * the paper.
 */
final class RollFont {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int HALVES_ACROSS = 48;

    private RollFont() {}

    static boolean has(String text) {
        return GBK.newEncoder().canEncode(text);
    }

    /** Halves that fit across the paper in that size. */
    static int across(Size size) {
        return size == Size.DOUBLE ? HALVES_ACROSS / 2 : HALVES_ACROSS;
    }

    /** How many halves a text takes. */
    static double halves(String text) {
        return text.codePoints().map(it -> it < 0x80 ? 1 : 2).sum();
    }
}
