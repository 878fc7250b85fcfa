package kiosk.documents;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.documents.PagePen.Point;
import kiosk.documents.PagePen.Weight;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Lays out a receipt as one A4 page. */
final class PageLayout {
    private static final float LEFT = 64;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 64;
    private static final float LABEL = 130;
    private static final float QR = 112;
    private static final float TABLE = RIGHT - QR - 28;
    private static final Color INK = new Color(0x1A2433);
    private static final Color QUIET = new Color(0x52606F);
    private static final Color LINE = new Color(0x9AA5B1);
    private static final Color PAPER = new Color(0xEEF2F7);

    private final PDPageContentStream page;
    private final PagePen pen;
    private float belowTheCode;
    private float y = PDRectangle.A4.getHeight() - 72;

    private PageLayout(PDPageContentStream page, PagePen pen) {
        this.page = page;
        this.pen = pen;
    }

    /** The page as a PDF whose text can be extracted. */
    static byte[] of(SlipText slip, Text place, Text help, Typefaces typefaces) {
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            document.getDocumentCatalog().setLanguage("zh-CN");
            document.getDocumentInformation().setTitle(slip.heading().chinese() + " " + slip.number());
            try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
                new PageLayout(page, new PagePen(document, page, typefaces)).draw(slip, place, help);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A page could not be written to memory.", impossible);
        }
    }

    private void draw(SlipText slip, Text place, Text help) throws IOException {
        head(slip, place);
        number(slip);
        code(slip.code(), slip.codeNote());
        for (SlipText.Row row : slip.rows()) {
            row(row);
        }
        y = Math.min(y, belowTheCode) - 18;
        if (slip.claim().isPresent()) {
            section(Wording.of("claim"), slip.claim().get());
        }
        section(Wording.of("next"), slip.next());
        foot(help);
    }

    private void head(SlipText slip, Text place) throws IOException {
        ink(QUIET);
        pen.text(new Point(LEFT, y), 12, Weight.REGULAR, place.chinese());
        String english = place.english();
        pen.text(new Point(RIGHT - pen.width(english, 10), y), 10, Weight.REGULAR, english);
        y -= 12;
        rule(LEFT, RIGHT);
        y -= 46;
        ink(INK);
        centred(slip.heading().chinese(), 28, Weight.BOLD);
        y -= 20;
        ink(QUIET);
        centred(slip.heading().english(), 12, Weight.REGULAR);
        y -= 26;
    }

    private void number(SlipText slip) throws IOException {
        Optional<Text> note = slip.note();
        float height = note.isPresent() ? 112 : 72;
        page.setNonStrokingColor(PAPER);
        page.addRect(LEFT, y - height, RIGHT - LEFT, height);
        page.fill();
        y -= 24;
        ink(QUIET);
        centred(slip.caption().chinese() + "  " + slip.caption().english(), 11, Weight.REGULAR);
        y -= 32;
        ink(INK);
        centred(slip.number(), 26, Weight.BOLD);
        y -= 16;
        if (note.isPresent()) {
            ink(INK);
            y -= 6;
            centred(note.get().chinese(), 10, Weight.REGULAR);
            y -= 15;
            ink(QUIET);
            centred(note.get().english(), 8.5f, Weight.REGULAR);
            y -= 19;
        }
        y -= 22;
    }

    private void row(SlipText.Row row) throws IOException {
        y -= 8;
        ink(QUIET);
        pen.text(new Point(LEFT, y), 12, Weight.REGULAR, row.label().chinese());
        pen.text(new Point(LEFT, y - 13), 8.5f, Weight.REGULAR, row.label().english());
        ink(INK);
        for (String line : pen.lines(row.value(), 13, TABLE - LEFT - LABEL)) {
            pen.text(new Point(LEFT + LABEL, y), 13, Weight.REGULAR, line);
            y -= 16;
        }
        ink(QUIET);
        for (String line : pen.lines(row.english().orElse(""), 9, TABLE - LEFT - LABEL)) {
            pen.text(new Point(LEFT + LABEL, y + 2), 9, Weight.REGULAR, line);
            y -= 12;
        }
        rule(LEFT, TABLE);
        y -= 12;
    }

    private void section(Text heading, Text text) throws IOException {
        ink(INK);
        pen.text(new Point(LEFT, y), 14, Weight.BOLD, heading.chinese());
        ink(QUIET);
        pen.text(new Point(LEFT + pen.width(heading.chinese(), 14) + 10, y), 9, Weight.REGULAR, heading.english());
        y -= 22;
        ink(INK);
        paragraph(text.chinese(), 12, 19);
        ink(QUIET);
        paragraph(text.english(), 9, 13);
        y -= 12;
    }

    private void paragraph(String text, float size, float step) throws IOException {
        for (String line : pen.lines(text, size, RIGHT - LEFT)) {
            pen.text(new Point(LEFT, y), size, Weight.REGULAR, line);
            y -= step;
        }
    }

    private void code(String text, Text note) throws IOException {
        boolean[][] squares = QrMatrix.of(text);
        float side = QR / squares.length;
        float left = RIGHT - QR;
        page.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < squares.length; row++) {
            for (int column = 0; column < squares[row].length; column++) {
                if (squares[row][column]) {
                    page.addRect(left + column * side, y - (row + 1) * side, side, side);
                }
            }
        }
        page.fill();
        belowTheCode = y - QR - 14;
        caption(left, note.chinese(), 9);
        caption(left, note.english(), 7.5f);
    }

    private void caption(float left, String text, float size) throws IOException {
        ink(QUIET);
        for (String line : pen.lines(text, size, QR)) {
            pen.text(new Point(left, belowTheCode), size, Weight.REGULAR, line);
            belowTheCode -= size * 1.35f;
        }
    }

    private void foot(Text help) throws IOException {
        y = 84;
        rule(LEFT, RIGHT);
        y -= 18;
        ink(QUIET);
        pen.text(new Point(LEFT, y), 10, Weight.REGULAR, help.chinese() + "   " + help.english());
        y -= 15;
        Text keep = Wording.of("keep");
        pen.text(new Point(LEFT, y), 10, Weight.REGULAR, keep.chinese() + "   " + keep.english());
    }

    private void centred(String text, float size, Weight weight) throws IOException {
        List<String> lines = pen.lines(text, size, RIGHT - LEFT);
        for (String line : lines) {
            y -= line.equals(lines.get(0)) ? 0 : size * 1.3f;
            float x = (PDRectangle.A4.getWidth() - pen.width(line, size)) / 2;
            pen.text(new Point(x, y), size, weight, line);
        }
    }

    private void ink(Color colour) throws IOException {
        page.setNonStrokingColor(colour);
        page.setStrokingColor(colour);
    }

    private void rule(float from, float to) throws IOException {
        page.setStrokingColor(LINE);
        page.setLineWidth(0.7f);
        page.moveTo(from, y);
        page.lineTo(to, y);
        page.stroke();
    }
}
