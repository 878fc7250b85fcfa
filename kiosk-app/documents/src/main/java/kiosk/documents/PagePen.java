package kiosk.documents;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Letters a page: each run of characters in the font that has it. Measures are points from the left and from below. */
public final class PagePen {
    private static final float BOLDER = 0.035f;

    private final PDDocument document;
    private final PDPageContentStream page;
    private final Typefaces typefaces;
    private final Map<Typeface, PDFont> embedded = new HashMap<>();

    /** A pen for one page of a document. */
    public PagePen(PDDocument document, PDPageContentStream page, Typefaces typefaces) {
        this.document = document;
        this.page = page;
        this.typefaces = typefaces;
    }

    /** How a piece of text looks. */
    public enum Weight {
        /** As the font is. */
        REGULAR,
        /** With a thicker stroke. */
        BOLD
    }

    /** Where a text begins. */
    public record Point(float x, float y) {}

    /** One line. */
    public void text(Point at, float size, Weight weight, String text) throws IOException {
        page.beginText();
        page.setRenderingMode(weight == Weight.BOLD ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setLineWidth(size * BOLDER);
        page.newLineAtOffset(at.x(), at.y());
        for (Typefaces.Run run : typefaces.runs(typefaces.letterable(text))) {
            page.setFont(embedded(run.face()), size);
            page.showText(run.text());
        }
        page.endText();
    }

    /** The lines a text takes in that width. */
    public List<String> lines(String text, float size, float width) {
        return Wrapping.lines(typefaces.letterable(text), width / size, typefaces::width);
    }

    /** How wide one line becomes. */
    public float width(String text, float size) {
        return (float) (typefaces.width(typefaces.letterable(text)) * size);
    }

    private PDFont embedded(Typeface face) throws IOException {
        PDFont font = embedded.get(face);
        if (font == null) {
            font = PDType0Font.load(document, face.font(), true);
            embedded.put(face, font);
        }
        return font;
    }
}
