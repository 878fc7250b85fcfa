package kiosk.documents.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens a page's JPEG and turns it straight; all in memory: a citizen's paper leaves no temporary file. */
final class PageImage {
    /** A3 at 300 dots an inch, and a little more; of a finer page every second dot is taken. */
    private static final long MOST_DOTS = 20_000_000;

    /** US legal and A4 at 600 dots an inch, and a little more. */
    private static final long MOST_DOTS_SENT = 45_000_000;

    private static final int MOST_ACROSS = 10_000;

    private PageImage() {}

    /** A picture as RGB, and of how many dots each way it has one. */
    record Opened(BufferedImage image, int each) {}

    /** Empty if it is no picture, or larger than any page of ours. */
    static Optional<Opened> open(byte[] jpeg) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long dots = (long) width * height;
            boolean ours = width > 0 && width <= MOST_ACROSS && height > 0 && dots <= MOST_DOTS_SENT;
            return ours ? Optional.of(opened(reader, dots <= MOST_DOTS ? 1 : 2)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static Opened opened(ImageReader reader, int each) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(each, each, 0, 0);
        return new Opened(asRgb(reader.read(0, parameters)), each);
    }

    private static BufferedImage asRgb(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = rgb.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return rgb;
    }

    /** What lies in the rectangle, upright; white where that is outside the picture. */
    static BufferedImage cut(BufferedImage image, Rectangle sheet) {
        int width = (int) Math.max(1, Math.round(sheet.width()));
        int height = (int) Math.max(1, Math.round(sheet.height()));
        AffineTransform upright = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        upright.rotate(Math.toRadians(-sheet.degrees()));
        upright.translate(-sheet.x(), -sheet.y());
        return drawn(image, upright, width, height);
    }

    /** The same picture with so much of the dots. */
    static BufferedImage scaled(BufferedImage image, double factor) {
        int width = (int) Math.max(1, Math.round(image.getWidth() * factor));
        int height = (int) Math.max(1, Math.round(image.getHeight() * factor));
        AffineTransform smaller = AffineTransform.getScaleInstance(
                (double) width / image.getWidth(), (double) height / image.getHeight());
        return drawn(image, smaller, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, AffineTransform where, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, where, null);
        pen.dispose();
        return drawn;
    }
}
