package kiosk.documents.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import kiosk.device.ScannedPage;

/** Makes a JPEG that is no longer than it may be: first by quality, down to where small print suffers, then by resolution. */
final class JpegSize {
    /** Below this, blocks of the compression show in small print. */
    static final float LOWEST_QUALITY = 0.5f;
    /** Below this, small print is not legible. */
    static final int LEAST_DOTS_AN_INCH = 150;

    private static final List<Float> QUALITIES = List.of(0.85f, 0.75f, 0.65f, LOWEST_QUALITY);
    private static final double FAR_TOO_LONG = 1.8;
    private static final double STEP = 0.8;

    private final int most;

    JpegSize(int most) {
        this.most = most;
    }

    /** Empty if it cannot be done and stay legible. */
    Optional<ScannedPage> of(BufferedImage image, int dotsPerInch) throws InterruptedException {
        BufferedImage smaller = image;
        for (double dots = dotsPerInch; ; dots = dots * STEP) {
            Optional<byte[]> jpeg = byQuality(smaller, (int) Math.round(dots));
            if (jpeg.isPresent()) {
                return Optional.of(
                        new ScannedPage(jpeg.get(), smaller.getWidth(), smaller.getHeight(), (int) Math.round(dots)));
            }
            if (Math.round(dots * STEP) < LEAST_DOTS_AN_INCH) {
                return Optional.empty();
            }
            smaller = PageImage.scaled(image, dots * STEP / dotsPerInch);
        }
    }

    private Optional<byte[]> byQuality(BufferedImage image, int dotsPerInch) throws InterruptedException {
        for (int i = 0; i < QUALITIES.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            byte[] jpeg = withDensity(jpeg(image, QUALITIES.get(i)), dotsPerInch);
            if (jpeg.length <= most) {
                return Optional.of(jpeg);
            }
            boolean hopeless = jpeg.length > FAR_TOO_LONG * most;
            i = hopeless ? Math.max(i, QUALITIES.size() - 2) : i;
        }
        return Optional.empty();
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream(1 << 20);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException notInMemory) {
            throw new UncheckedIOException("a picture in memory could not be written to memory", notInMemory);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }

    /** Says in the header how large the page is on paper (JFIF 1.02: marker APP0, units at 13, densities at 14 and 16). */
    private static byte[] withDensity(byte[] jpeg, int dotsPerInch) {
        boolean jfif = jpeg.length > 18 && (jpeg[3] & 255) == 0xE0 && jpeg[6] == 'J' && jpeg[7] == 'F';
        if (jfif) {
            jpeg[13] = 1;
            jpeg[14] = (byte) (dotsPerInch >> 8);
            jpeg[15] = (byte) dotsPerInch;
            jpeg[16] = (byte) (dotsPerInch >> 8);
            jpeg[17] = (byte) dotsPerInch;
        }
        return jpeg;
    }
}
