package kiosk.documents.handover;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import kiosk.documents.PagePen;
import kiosk.documents.PagePen.Point;
import kiosk.documents.PagePen.Weight;
import kiosk.documents.QrMatrix;
import kiosk.documents.Typefaces;
import kiosk.upkeep.HandOver;
import kiosk.upkeep.HandOver.Mark;
import kiosk.upkeep.HandOver.Row;
import kiosk.upkeep.HandOver.Section;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Lays out a hand-over report on A4 pages, in black alone. The code on the first page holds
 * {@code OSK-HANDOVER/1 <terminal> <technician> <made, UTC> good=<n> attention=<n> bad=<n> sha256=<first 16 digits of the hash of all rows>}.
 */
public final class HandOverLayout {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final float LEFT = 56;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 64;
    private static final float BOTTOM = 72;
    private static final float QR = 110;
    private static final float NAMES = 150;
    private static final float SIGNATURE_WIDTH = 200;
    private static final float SIGNATURE_HEIGHT = 80;

    private final PDDocument document;
    private final Typefaces typefaces;
    private final HandOver report;
    private PDPageContentStream page;
    private PagePen pen;
    private float y;
    private int pages;

    private HandOverLayout(PDDocument document, Typefaces typefaces, HandOver report) throws IOException {
        this.document = document;
        this.typefaces = typefaces;
        this.report = report;
        this.page = begun();
        this.pen = new PagePen(document, page, typefaces);
    }

    /** A laid-out report. */
    public record Pages(byte[] pdf, int count) {}

    /** The report as a PDF. */
    public static Pages of(HandOver report, Typefaces typefaces) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentCatalog().setLanguage("zh-CN");
            document.getDocumentInformation().setTitle(report.title() + " " + report.terminal());
            HandOverLayout layout = new HandOverLayout(document, typefaces, report);
            layout.draw();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new Pages(bytes.toByteArray(), layout.pages);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A report could not be written to memory.", impossible);
        }
    }

    private void draw() throws IOException {
        foot();
        head();
        for (Section section : report.sections()) {
            section(section);
        }
        signature();
        page.close();
    }

    private PDPageContentStream begun() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        pages++;
        y = TOP;
        return new PDPageContentStream(document, sheet);
    }

    /** Goes on to the next page where so much does not fit on this one. */
    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            page.close();
            page = begun();
            pen = new PagePen(document, page, typefaces);
            foot();
        }
    }

    private void foot() throws IOException {
        text(LEFT, 44, 9, report.terminal() + "    " + minute(report.made()) + "    " + pages);
    }

    private static String minute(java.time.Instant time) {
        return MINUTE.format(time.atZone(CHINA));
    }

    private void head() throws IOException {
        code();
        pen.text(new Point(LEFT, y), 24, Weight.BOLD, report.title());
        y -= 34;
        text(LEFT, y, 12, report.terminal() + "    " + report.technician());
        y -= 20;
        text(LEFT, y, 12, minute(report.begun()) + " - " + minute(report.made()));
        y = Math.min(y - 20, TOP - QR - 10);
    }

    private void code() throws IOException {
        boolean[][] squares = QrMatrix.of(codeOf(report));
        float side = QR / squares.length;
        page.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < squares.length; row++) {
            for (int column = 0; column < squares[row].length; column++) {
                if (squares[row][column]) {
                    page.addRect(RIGHT - QR + column * side, TOP + 16 - (row + 1) * side, side, side);
                }
            }
        }
        page.fill();
    }

    /** What the code says. */
    static String codeOf(HandOver report) {
        return "OSK-HANDOVER/1 %s %d %s good=%d attention=%d bad=%d sha256=%s"
                .formatted(
                        report.terminal(),
                        report.technician(),
                        report.made(),
                        report.marked(Mark.GOOD),
                        report.marked(Mark.ATTENTION),
                        report.marked(Mark.BAD),
                        hash(report));
    }

    private static String hash(HandOver report) {
        StringBuilder rows = new StringBuilder();
        for (Section section : report.sections()) {
            rows.append(section.heading()).append('\n');
            section.rows()
                    .forEach(it -> rows.append(it.mark())
                            .append('\t')
                            .append(it.name())
                            .append('\t')
                            .append(it.words())
                            .append('\n'));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(rows.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    private void section(Section section) throws IOException {
        room(60);
        y -= 14;
        pen.text(new Point(LEFT, y), 14, Weight.BOLD, section.heading());
        y -= 8;
        rule();
        y -= 16;
        for (Row row : section.rows()) {
            row(row);
        }
    }

    private void row(Row row) throws IOException {
        var lines = pen.lines(row.words(), 11, RIGHT - LEFT - NAMES - 24);
        room(15 * lines.size() + 6);
        mark(row.mark());
        text(LEFT + 24, y, 11, row.name());
        for (String line : lines) {
            text(LEFT + 24 + NAMES, y, 11, line);
            y -= 15;
        }
        y -= 3;
    }

    /** Drawn with strokes, so that it reads the same in black and white. */
    private void mark(Mark mark) throws IOException {
        page.setStrokingColor(Color.BLACK);
        page.setLineWidth(1.8f);
        switch (mark) {
            case GOOD -> strokes(0, 4, 4, 0, 12, 10);
            case BAD -> {
                strokes(1, 0, 11, 10);
                strokes(1, 10, 11, 0);
            }
            case ATTENTION -> {
                strokes(0, -1, 6, 11, 12, -1, 0, -1);
                strokes(6, 6, 6, 3.4f);
                strokes(6, 1.8f, 6, 0.8f);
            }
            case NONE -> {}
        }
    }

    private void strokes(float... places) throws IOException {
        page.moveTo(LEFT + places[0], y + places[1]);
        for (int i = 2; i < places.length; i += 2) {
            page.lineTo(LEFT + places[i], y + places[i + 1]);
        }
        page.stroke();
    }

    private void signature() throws IOException {
        room(SIGNATURE_HEIGHT + 50);
        y -= 24;
        text(LEFT, y, 12, report.signed());
        y -= SIGNATURE_HEIGHT + 12;
        PDImageXObject drawn = PDImageXObject.createFromByteArray(document, report.signature(), "signature");
        float scale = Math.min(SIGNATURE_WIDTH / drawn.getWidth(), SIGNATURE_HEIGHT / drawn.getHeight());
        page.drawImage(drawn, LEFT, y, drawn.getWidth() * scale, drawn.getHeight() * scale);
        y -= 4;
        rule();
    }

    private void text(float x, float at, float size, String words) throws IOException {
        page.setNonStrokingColor(Color.BLACK);
        pen.text(new Point(x, at), size, Weight.REGULAR, words);
    }

    private void rule() throws IOException {
        page.setStrokingColor(Color.BLACK);
        page.setLineWidth(0.7f);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
    }
}
