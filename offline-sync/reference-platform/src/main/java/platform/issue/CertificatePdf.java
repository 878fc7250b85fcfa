package platform.issue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import platform.issue.Certificate.Line;

/** Lays a certificate out on A4 pages: title, holder, table, verification code on every page, date and seal on the last. */
final class CertificatePdf {
    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float LEFT = 64;
    private static final float WIDTH = PAPER.getWidth() - 2 * LEFT;
    private static final float TOP = 760;
    private static final float CENTRE = PAPER.getWidth() / 2;
    private static final float LINE = 24;
    private static final float ROW = 18;
    private static final int ROWS_A_PAGE = 18;
    private static final Object PRESS = new Object();
    private static @Nullable Lettering letters;

    private final Certificate certificate;
    private final Issue issue;

    private CertificatePdf(Certificate certificate, Issue issue) {
        this.certificate = certificate;
        this.issue = issue;
    }

    /** When it is issued and how it can be verified. */
    record Issue(String verificationCode, String day) {}

    /** A finished document. */
    @SuppressWarnings("ArrayRecordComponent")
    record Printed(byte[] pdf, int pages) {}

    /** One document at a time: the font's tables are read as they are needed. */
    static Printed print(Certificate certificate, Issue issue) {
        synchronized (PRESS) {
            if (letters == null) {
                letters = Lettering.load();
            }
            return new CertificatePdf(certificate, issue).print(letters);
        }
    }

    private Printed print(Lettering lettering) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(certificate.title());
            PDFont font = lettering.embeddedIn(document);
            List<List<List<String>>> parts = parts();
            for (int i = 0; i < parts.size(); i++) {
                PDPage page = new PDPage(PAPER);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    Pen pen = new Pen(content, font, lettering);
                    drawBody(pen, parts.get(i), i);
                    drawFoot(pen, i + 1, parts.size());
                }
            }
            document.save(out);
            return new Printed(out.toByteArray(), parts.size());
        } catch (IOException e) {
            throw new UncheckedIOException("A certificate cannot be laid out.", e);
        }
    }

    /** The table's rows, page by page; at least one page. */
    private List<List<List<String>>> parts() {
        List<List<String>> rows = certificate.table().rows();
        List<List<List<String>>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size() || parts.isEmpty(); from += ROWS_A_PAGE) {
            parts.add(rows.subList(from, Math.min(rows.size(), from + ROWS_A_PAGE)));
        }
        return parts;
    }

    private void drawBody(Pen pen, List<List<String>> rows, int page) throws IOException {
        pen.writeCentred(certificate.title(), CENTRE, TOP, 22);
        float y = TOP - 48;
        for (Line line : certificate.lines()) {
            pen.write(line.label() + "：" + line.value(), LEFT, y, 11);
            y -= LINE;
        }
        y = drawTable(pen, rows, y);
        if (page == 0) {
            for (String note : certificate.notes()) {
                y -= LINE;
                pen.write(note, LEFT, y, 10);
            }
        }
    }

    private float drawTable(Pen pen, List<List<String>> rows, float top) throws IOException {
        List<String> heads = certificate.table().heads();
        if (heads.isEmpty()) {
            return top;
        }
        float y = top;
        pen.rule(LEFT, y + ROW - 4, WIDTH);
        drawRow(pen, heads, y);
        pen.rule(LEFT, y - 5, WIDTH);
        for (List<String> row : rows) {
            y -= ROW;
            drawRow(pen, row, y);
        }
        if (certificate.table().rows().isEmpty()) {
            y -= ROW;
            pen.write("该期间内无记录", LEFT, y, 10);
        }
        pen.rule(LEFT, y - 5, WIDTH);
        return y;
    }

    private static void drawRow(Pen pen, List<String> cells, float y) throws IOException {
        float column = WIDTH / cells.size();
        for (int i = 0; i < cells.size(); i++) {
            pen.write(cells.get(i), LEFT + i * column, y, 10);
        }
    }

    private void drawFoot(Pen pen, int page, int pages) throws IOException {
        pen.qrCode("https://verify.example/" + issue.verificationCode(), LEFT, 64, 64);
        pen.write("验证码：" + issue.verificationCode(), LEFT + 76, 100, 11);
        pen.write("演示样张，不具法律效力。SAMPLE, not a legal document.", LEFT + 76, 82, 8);
        pen.write("第 " + page + " 页，共 " + pages + " 页", LEFT + 76, 66, 9);
        if (page == pages) {
            pen.write(certificate.issuer(), PAPER.getWidth() - LEFT - 170, 150, 12);
            pen.write(issue.day(), PAPER.getWidth() - LEFT - 170, 130, 12);
            pen.seal(certificate.issuer(), PAPER.getWidth() - LEFT - 70, 150, 56);
        }
    }
}
