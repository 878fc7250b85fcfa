package kiosk.documents;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import kiosk.catalogue.Text;
import kiosk.device.PagePrinter;
import kiosk.documents.PagePen.Point;
import kiosk.documents.PagePen.Weight;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Says at the head of each page which print of a document it is; the electronic original stays as it was issued. */
final class CopyMark {
    private static final float SIZE = 12;
    private static final float FROM_EDGE = 28;
    private static final float AROUND = 5;

    private CopyMark() {}

    static PagePrinter.Job on(PagePrinter.Job job, int copy, Typefaces typefaces) {
        try (PDDocument document = Loader.loadPDF(job.pdf())) {
            for (PDPage page : document.getPages()) {
                mark(document, page, words(copy), typefaces);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new PagePrinter.Job(job.name(), bytes.toByteArray(), job.pages());
        } catch (IOException checkedBefore) {
            throw new UncheckedIOException("A checked document could not be marked.", checkedBefore);
        }
    }

    private static String words(int copy) {
        Text words = Wording.counted("copy", copy);
        return words.chinese() + "  " + words.english();
    }

    private static void mark(PDDocument document, PDPage page, String words, Typefaces typefaces) throws IOException {
        PDRectangle box = page.getCropBox();
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            PagePen pen = new PagePen(document, content, typefaces);
            float width = pen.width(words, SIZE);
            float x = box.getUpperRightX() - FROM_EDGE - width - AROUND;
            float y = box.getUpperRightY() - FROM_EDGE - SIZE;
            content.setNonStrokingColor(Color.WHITE);
            content.addRect(x - AROUND, y - AROUND, width + 2 * AROUND, SIZE + 2 * AROUND);
            content.fill();
            content.setStrokingColor(Color.BLACK);
            content.addRect(x - AROUND, y - AROUND, width + 2 * AROUND, SIZE + 2 * AROUND);
            content.stroke();
            content.setNonStrokingColor(Color.BLACK);
            pen.text(new Point(x, y), SIZE, Weight.REGULAR, words);
        }
    }
}
