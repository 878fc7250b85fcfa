package platform.issue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The Chinese font, parsed once; a character it lacks becomes its code point. Not thread-safe. */
final class Lettering {
    private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup characters;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
    }

    static Lettering load() {
        try (InputStream in = Lettering.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The font is missing.");
            }
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("The font cannot be read.", e);
        }
    }

    /** The font, to be embedded with the characters a document uses. */
    PDFont embeddedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    String drawable(String text) {
        StringBuilder drawable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (characters.getGlyphId(c) != 0) {
                drawable.appendCodePoint(c);
            } else {
                drawable.append(String.format("U+%04X", c));
            }
        });
        return drawable.toString();
    }
}
