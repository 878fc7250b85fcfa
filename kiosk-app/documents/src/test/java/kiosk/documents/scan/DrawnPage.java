package kiosk.documents.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import kiosk.device.ScannedPage;

/** Draws a sheet of paper and what a scanner makes of it: askew, before its lid, with grain and out of focus. */
final class DrawnPage {
    private static final Font FONT = font();
    private static final String SENTENCE = "兹证明上述人员自二〇二四年三月起在本单位工作，月工资人民币八千元整。ABC 0123456789";

    private final int dotsPerInch;
    private final BufferedImage sheet;
    private Color lid = new Color(0xF4F4F4);

    private DrawnPage(int dotsPerInch, double millimetresAcross, double millimetresDown) {
        this.dotsPerInch = dotsPerInch;
        this.sheet = filled(dots(millimetresAcross), dots(millimetresDown), new Color(0xFDFDFB));
    }

    static DrawnPage a4(int dotsPerInch) {
        return new DrawnPage(dotsPerInch, 210, 297);
    }

    /** A sheet of the size of an identity card (ISO/IEC 7810 ID-1). */
    static DrawnPage card(int dotsPerInch) {
        return new DrawnPage(dotsPerInch, 85.6, 54);
    }

    private static Font font() {
        try (InputStream in = Objects.requireNonNull(
                DrawnPage.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static BufferedImage filled(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    int dots(double millimetres) {
        return (int) Math.round(millimetres / 25.4 * dotsPerInch);
    }

    private Graphics2D pen(Color colour) {
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(colour);
        return pen;
    }

    /** Lines of text of that size, as many as the part of the sheet holds. */
    DrawnPage text(double points, double fromMillimetres, double toMillimetres) {
        Graphics2D pen = pen(new Color(0x252525));
        pen.setFont(FONT.deriveFont((float) (points * dotsPerInch / 72)));
        double step = points * 0.3528 * 1.8;
        for (double y = fromMillimetres + step; y < toMillimetres; y += step) {
            pen.setClip(dots(20), 0, Math.max(1, sheet.getWidth() - 2 * dots(20)), sheet.getHeight());
            pen.drawString(SENTENCE + SENTENCE, dots(20), dots(y));
        }
        pen.dispose();
        return this;
    }

    /** A filled field, in millimetres. */
    DrawnPage field(Color colour, double x, double y, double across, double down) {
        Graphics2D pen = pen(colour);
        pen.fillRect(dots(x), dots(y), dots(across), dots(down));
        pen.dispose();
        return this;
    }

    /** A frame as forms have it, so far from the edge. */
    DrawnPage frame(double margin) {
        Graphics2D pen = pen(Color.BLACK);
        for (int i = 0; i < 3; i++) {
            int at = dots(margin) + i;
            pen.drawRect(at, at, sheet.getWidth() - 2 * at, sheet.getHeight() - 2 * at);
        }
        pen.dispose();
        return this;
    }

    DrawnPage code(BarcodeFormat format, String text, double x, double y, double across, double down) {
        try {
            BitMatrix matrix = new MultiFormatWriter().encode(text, format, 0, 0);
            Graphics2D pen = pen(Color.BLACK);
            double wide = (double) dots(across) / matrix.getWidth();
            double high = (double) dots(down) / matrix.getHeight();
            for (int row = 0; row < matrix.getHeight(); row++) {
                for (int column = 0; column < matrix.getWidth(); column++) {
                    if (matrix.get(column, row)) {
                        int left = (int) (dots(x) + column * wide);
                        int top = (int) (dots(y) + row * high);
                        pen.fillRect(
                                left,
                                top,
                                (int) (dots(x) + (column + 1) * wide) - left,
                                (int) (dots(y) + (row + 1) * high) - top);
                    }
                }
            }
            pen.dispose();
            return this;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    DrawnPage lid(Color colour) {
        lid = colour;
        return this;
    }

    /** What the scanner sees of A4 with the sheet's middle there, turned clockwise. */
    BufferedImage laid(double x, double y, double degrees) {
        BufferedImage glass = filled(dots(210), dots(297), lid);
        Graphics2D pen = glass.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform where = AffineTransform.getTranslateInstance(dots(x), dots(y));
        where.rotate(Math.toRadians(degrees));
        where.translate(-sheet.getWidth() / 2.0, -sheet.getHeight() / 2.0);
        pen.drawImage(sheet, where, null);
        pen.dispose();
        return glass;
    }

    /** The sheet laid as it should be. */
    BufferedImage laid() {
        return laid(105, 148.5, 0);
    }

    /** Out of focus by so many dots (the standard deviation of a Gaussian). */
    static BufferedImage blurred(BufferedImage image, double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null).filter(across, null);
    }

    /** With grain, and darker or lighter: every level times the gain. */
    static BufferedImage grained(BufferedImage image, double deviation, double gain, long seed) {
        Random random = new Random(seed);
        double[] grains = random.doubles(1 << 15, -1.73, 1.73).toArray();
        int width = image.getWidth();
        int[] dots = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        for (int i = 0; i < dots.length; i++) {
            double grain = deviation * grains[random.nextInt(grains.length)];
            int red = level(((dots[i] >> 16) & 255) * gain + grain);
            int green = level(((dots[i] >> 8) & 255) * gain + grain);
            int blue = level((dots[i] & 255) * gain + grain);
            dots[i] = red << 16 | green << 8 | blue;
        }
        BufferedImage grained = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        grained.setRGB(0, 0, width, image.getHeight(), dots, 0, width);
        return grained;
    }

    private static int level(double level) {
        return (int) Math.max(0, Math.min(255, level));
    }

    ScannedPage scanned(BufferedImage image) {
        return new ScannedPage(JpegSize.jpeg(image, 0.9f), image.getWidth(), image.getHeight(), dotsPerInch);
    }

    static BufferedImage open(ScannedPage page) {
        return PageImage.open(page.jpeg())
                .orElseThrow(() -> new UncheckedIOException(new IOException("no picture")))
                .image();
    }
}
