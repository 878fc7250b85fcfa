package kiosk.documents.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import kiosk.device.ScannedPage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Binds scanned pages into a PDF: each JPEG goes in as it is, on a page of the size its paper had. */
final class PageBinder {
    private static final float POINTS_AN_INCH = 72;

    private PageBinder() {}

    static byte[] bind(List<ScannedPage> pages) {
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to bind");
        }
        try (PDDocument document = new PDDocument()) {
            for (ScannedPage page : pages) {
                add(document, page);
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException notInMemory) {
            throw new UncheckedIOException("the pages could not be bound", notInMemory);
        }
    }

    private static void add(PDDocument document, ScannedPage page) throws IOException {
        float width = page.width() * POINTS_AN_INCH / page.dotsPerInch();
        float height = page.height() * POINTS_AN_INCH / page.dotsPerInch();
        PDPage sheet = new PDPage(new PDRectangle(width, height));
        document.addPage(sheet);
        PDImageXObject image = JPEGFactory.createFromByteArray(document, page.jpeg());
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
            content.drawImage(image, 0, 0, width, height);
        }
    }
}
