package kiosk.contracts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes PDFs of empty-looking A4 pages, each with its number on it: enough for a printer (ISO 32000-1, 7.5). */
public final class PlainPdf {
    private final StringBuilder text = new StringBuilder("%PDF-1.4\n");
    private final List<Integer> offsets = new ArrayList<>();

    private PlainPdf() {}

    /** A document of so many pages. */
    public static byte[] ofPages(int pages) {
        return new PlainPdf().write(pages).getBytes(StandardCharsets.US_ASCII);
    }

    private String write(int pages) {
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(4 + 2 * page).append(" 0 R ");
        }
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Count " + pages + " /Kids [ " + kids + "] >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (int page = 0; page < pages; page++) {
            String drawing = "BT /F1 24 Tf 72 720 Td (Page " + (page + 1) + ") Tj ET";
            object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (5 + 2 * page)
                    + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            object("<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream");
        }
        return trailer();
    }

    private void object(String body) {
        offsets.add(text.length());
        text.append(offsets.size()).append(" 0 obj\n").append(body).append("\nendobj\n");
    }

    private String trailer() {
        int start = text.length();
        text.append("xref\n0 ").append(offsets.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> text.append(String.format("%010d 00000 n \n", offset)));
        text.append("trailer\n<< /Size ").append(offsets.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        return text.append(start).append("\n%%EOF\n").toString();
    }
}
