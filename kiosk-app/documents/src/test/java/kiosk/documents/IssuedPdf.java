package kiosk.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Documents as a platform, or somebody in its place, might issue them. */
final class IssuedPdf {
    static {
        BundledFontMapper.install();
    }

    private IssuedPdf() {}

    /** So many pages with these lines each; what is not Latin is left out. */
    static PDDocument of(int pages, String... lines) throws IOException {
        PDDocument document = new PDDocument();
        for (int page = 0; page < pages; page++) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream pen = new PDPageContentStream(document, sheet)) {
                pen.beginText();
                pen.setFont(new PDType1Font(FontName.HELVETICA), 12);
                pen.setLeading(16);
                pen.newLineAtOffset(72, 700);
                for (String line : lines) {
                    pen.showText(line.replaceAll("[^ -~]", ""));
                    pen.newLine();
                }
                pen.endText();
            }
        }
        return document;
    }

    static byte[] saved(PDDocument document) throws IOException {
        try (document) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** One page whose content is these bytes, said to be packed so. */
    static byte[] withRawStream(byte[] packed, String filter) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        put(pdf, "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        put(pdf, "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n");
        put(pdf, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>\nendobj\n");
        put(pdf, "4 0 obj\n<</Filter " + filter + "/Length " + packed.length + ">>\nstream\n");
        pdf.writeBytes(packed);
        put(pdf, "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void put(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A page that draws a form that draws a form twice, and so on. */
    static byte[] formsWithinForms(int deep) throws IOException {
        PDDocument document = of(1, "8F3K-2MQ7-XW4D");
        PDFormXObject inner = form(document, "0 0 1 1 re f");
        for (int level = 1; level < deep; level++) {
            PDFormXObject outer = form(document, "/F Do /F Do");
            outer.setResources(new PDResources());
            outer.getResources().put(COSName.getPDFName("F"), inner);
            inner = outer;
        }
        PDPage page = document.getPage(0);
        try (PDPageContentStream pen =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            pen.drawForm(inner);
        }
        return saved(document);
    }

    private static PDFormXObject form(PDDocument document, String content) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        try (OutputStream out = form.getStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }
}
