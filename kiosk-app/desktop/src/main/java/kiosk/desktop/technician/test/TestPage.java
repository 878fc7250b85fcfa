package kiosk.desktop.technician.test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A PDF of one A4 page to try a printer with (ISO 32000-1, 7.5): a frame ten millimetres from the edges with marks in its corners, ten
 * steps of grey, a fine grid and a line of ASCII.
 */
final class TestPage {
    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;
    private static final double MARGIN = 28.35;

    private TestPage() {}

    static byte[] pdf(String line) {
        String drawn = frame() + steps() + grid() + label(line);
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + drawn.length() + " >>\nstream\n" + drawn + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        write(file, "%PDF-1.4\n");
        for (int i = 0; i < objects.size(); i++) {
            places.add(file.size());
            write(file, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        int table = file.size();
        write(file, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write(file, "%010d 00000 n \n".formatted(place)));
        write(file, "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\n");
        write(file, "startxref\n" + table + "\n%%EOF\n");
        return file.toByteArray();
    }

    private static String label(String line) {
        return "BT 0 g /F1 18 Tf 72 740 Td (" + line.replaceAll("[^ -~]|[()\\\\]", "?") + ") Tj ET";
    }

    private static String frame() {
        StringBuilder drawn = new StringBuilder("0 G 1 w ");
        drawn.append(draw("%.1f %.1f %.1f %.1f re S ", MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN));
        for (double x : new double[] {MARGIN, WIDTH - MARGIN}) {
            for (double y : new double[] {MARGIN, HEIGHT - MARGIN}) {
                drawn.append(draw(
                        "%.1f %.1f 20 20 re f ", Math.min(x, WIDTH - MARGIN - 20), Math.min(y, HEIGHT - MARGIN - 20)));
            }
        }
        return drawn.toString();
    }

    private static String steps() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            drawn.append(draw("%.1f g %.1f 600 45 80 re f ", i / 10.0, 72 + i * 45.0));
        }
        return drawn.append("0 g ").toString();
    }

    private static String grid() {
        StringBuilder drawn = new StringBuilder("0.3 w ");
        for (int i = 0; i <= 45; i++) {
            drawn.append(draw("%.1f 120 m %.1f 570 l S ", 72 + i * 10.0, 72 + i * 10.0));
            drawn.append(draw("72 %.1f m 522 %.1f l S ", 120 + i * 10.0, 120 + i * 10.0));
        }
        return drawn.toString();
    }

    private static String draw(String pattern, Double... places) {
        return String.format(Locale.ROOT, pattern, (Object[]) places);
    }

    private static void write(ByteArrayOutputStream file, String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
