package kiosk.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;

/** Draws a line of a receipt as dots, in the place of the printer's font where that ends; as high and wide as the printer's own line. */
final class DotPainter {
    /** Dots of a character of the printer's font, and of its line. */
    private static final int CHARACTER = 24;

    private static final int LINE = 30;
    /** Where the base line is, from above; what is darker than this becomes a dot, so that thin strokes stay whole. */
    private static final int BASE = 23;

    private static final int DARK = 150;

    private final Typefaces typefaces;

    DotPainter(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** How wide a text becomes in halves of a character. */
    double halves(String letterable) {
        return typefaces.width(letterable) * 2;
    }

    Receipt.Picture line(String letterable, Size size, Align align) {
        int wide = size == Size.DOUBLE ? 2 : 1;
        int high = size == Size.NORMAL ? 1 : 2;
        BufferedImage image = new BufferedImage(ReceiptPrinter.DOTS_ACROSS, LINE * high, BufferedImage.TYPE_BYTE_GRAY);
        double width = typefaces.width(letterable) * CHARACTER * wide;
        double left = align == Align.CENTRE ? Math.max(0, (image.getWidth() - width) / 2) : 0;
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.transform(new AffineTransform(wide * CHARACTER, 0, 0, -high * CHARACTER, left, (double) BASE * high));
        draw(pen, letterable);
        pen.dispose();
        return dots(image);
    }

    private void draw(Graphics2D pen, String letterable) {
        for (Typefaces.Run run : typefaces.runs(letterable)) {
            run.text().codePoints().forEach(character -> {
                double unit = 1 / run.face().unitsPerEm();
                pen.fill(run.face()
                        .outline(character)
                        .createTransformedShape(AffineTransform.getScaleInstance(unit, unit)));
                pen.translate(run.face().advance(character), 0);
            });
        }
    }

    private static Receipt.Picture dots(BufferedImage image) {
        int bytesAcross = (image.getWidth() + 7) / 8;
        byte[] bits = new byte[bytesAcross * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRaster().getSample(x, y, 0) < DARK) {
                    bits[y * bytesAcross + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return new Receipt.Picture(image.getWidth(), image.getHeight(), bits);
    }
}
