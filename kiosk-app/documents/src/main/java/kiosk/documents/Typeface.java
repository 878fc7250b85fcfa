package kiosk.documents;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;

/** One TrueType font, parsed once and kept: which characters it has, how wide they are and what they look like. */
final class Typeface {
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Parses a font; the source stays open as long as the typeface is used. */
    static Typeface parse(RandomAccessRead source) throws IOException {
        return new Typeface(new TTFParser().parse(source));
    }

    TrueTypeFont font() {
        return font;
    }

    boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /** How far the next character stands, where the font's size is 1. */
    double advance(int character) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(character)) / unitsPerEm;
        } catch (IOException broken) {
            throw new UncheckedIOException("A font that was read can no longer be read.", broken);
        }
    }

    /** The character's outline in the font's own units, upwards from the base line. */
    GeneralPath outline(int character) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException broken) {
            throw new UncheckedIOException("A font that was read can no longer be read.", broken);
        }
    }

    double unitsPerEm() {
        return unitsPerEm;
    }
}
