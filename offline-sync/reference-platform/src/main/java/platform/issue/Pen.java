package platform.issue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** Draws on one page: text, lines, a QR code, the round seal; the origin is the lower left corner, units are points. */
final class Pen {
    private static final Color SEAL_RED = new Color(200, 20, 20);
    private static final int STAR_POINTS = 5;

    private final PDPageContentStream page;
    private final PDFont font;
    private final Lettering lettering;

    Pen(PDPageContentStream page, PDFont font, Lettering lettering) {
        this.page = page;
        this.font = font;
        this.lettering = lettering;
    }

    void write(String text, float x, float y, float size) throws IOException {
        write(text, Matrix.getTranslateInstance(x, y), size);
    }

    void writeCentred(String text, float x, float y, float size) throws IOException {
        write(text, x - width(text, size) / 2, y, size);
    }

    private void write(String text, Matrix place, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.setTextMatrix(place);
        page.showText(lettering.drawable(text));
        page.endText();
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(lettering.drawable(text)) / 1000 * size;
    }

    void rule(float x, float y, float length) throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(x, y);
        page.lineTo(x + length, y);
        page.stroke();
    }

    void qrCode(String text, float x, float y, float size) throws IOException {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            float module = size / code.getWidth();
            for (int row = 0; row < code.getHeight(); row++) {
                for (int column = 0; column < code.getWidth(); column++) {
                    if (code.get(column, row)) {
                        page.addRect(x + column * module, y + size - (row + 1) * module, module, module);
                    }
                }
            }
            page.fill();
        } catch (WriterException e) {
            throw new IllegalArgumentException("This is too long for a QR code.", e);
        }
    }

    /** A round seal with a star, the issuer's name along its edge, and the word that it is a sample. */
    void seal(String issuer, float x, float y, float radius) throws IOException {
        page.setStrokingColor(SEAL_RED);
        page.setNonStrokingColor(SEAL_RED);
        page.setLineWidth(2);
        circle(x, y, radius);
        star(x, y + radius * 0.1f, radius * 0.3f);
        writeAround(issuer, new Matrix(1, 0, 0, 1, x, y), radius * 0.74f);
        writeCentred("演示专用章", x, y - radius * 0.45f, radius * 0.17f);
        writeCentred("SAMPLE", x, y - radius * 0.68f, radius * 0.15f);
        page.setStrokingColor(Color.BLACK);
        page.setNonStrokingColor(Color.BLACK);
    }

    private void circle(float x, float y, float r) throws IOException {
        float k = r * 0.5523f;
        page.moveTo(x + r, y);
        page.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        page.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        page.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        page.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        page.stroke();
    }

    private void star(float x, float y, float radius) throws IOException {
        for (int i = 0; i < 2 * STAR_POINTS; i++) {
            double angle = Math.PI / 2 + i * Math.PI / STAR_POINTS;
            double r = i % 2 == 0 ? radius : radius * 0.38;
            float px = (float) (x + r * Math.cos(angle));
            float py = (float) (y + r * Math.sin(angle));
            if (i == 0) {
                page.moveTo(px, py);
            } else {
                page.lineTo(px, py);
            }
        }
        page.closePath();
        page.fill();
    }

    private void writeAround(String text, Matrix centre, float radius) throws IOException {
        int[] letters = text.codePoints().toArray();
        float size = radius * 0.24f;
        double step = Math.toRadians(240) / Math.max(1, letters.length - 1);
        for (int i = 0; i < letters.length; i++) {
            double turn = Math.toRadians(120) - i * step;
            String letter = Character.toString(letters[i]);
            Matrix place = centre.clone();
            place.concatenate(Matrix.getRotateInstance(turn, 0, 0));
            place.concatenate(Matrix.getTranslateInstance(-width(letter, size) / 2, radius));
            write(letter, place, size);
        }
    }
}
