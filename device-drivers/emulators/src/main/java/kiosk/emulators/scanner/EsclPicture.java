package kiosk.emulators.scanner;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What the scanner's eye sees, as a JPEG. */
final class EsclPicture {
    private static final double A4_WIDTH = 210;
    private static final double A4_HEIGHT = 297;

    private Optional<BufferedImage> lastSheet = Optional.empty();
    private int lastDots;
    private byte[] last = {};

    /** A sheet that comes again, as in a feeder of the same sheets, is drawn once. */
    synchronized byte[] of(Optional<BufferedImage> sheet, int dotsPerInch) throws IOException {
        if (!sheet.equals(lastSheet) || dotsPerInch != lastDots || last.length == 0) {
            last = drawn(sheet, dotsPerInch);
            lastSheet = sheet;
            lastDots = dotsPerInch;
        }
        return last;
    }

    private static byte[] drawn(Optional<BufferedImage> sheet, int dotsPerInch) throws IOException {
        PageShape shape = new PageShape(true, dotsPerInch, 0, 0, A4_WIDTH, A4_HEIGHT);
        SheetBands bands = new SheetBands(sheet, shape);
        BufferedImage image = new BufferedImage(shape.width(), shape.lines(), BufferedImage.TYPE_INT_RGB);
        for (int line = 0; line < shape.lines(); line += SheetBands.LINES) {
            byte[] samples = bands.from(line);
            int lines = samples.length / shape.bytesPerLine();
            int[] dots = new int[lines * shape.width()];
            for (int i = 0; i < dots.length; i++) {
                dots[i] = (samples[3 * i] & 255) << 16 | (samples[3 * i + 1] & 255) << 8 | (samples[3 * i + 2] & 255);
            }
            image.setRGB(0, line, shape.width(), lines, dots, 0, shape.width());
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageIO.write(image, "jpeg", out);
        }
        return jpeg.toByteArray();
    }

    /** The same picture as a broken scanner would send it. */
    static byte[] spoilt(byte[] jpeg, EsclGarble garble) {
        return switch (garble) {
            case TRUNCATED_JPEG -> Arrays.copyOf(jpeg, jpeg.length / 2);
            case NO_JPEG -> "%PDF-1.4 not a picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            case HUGE_JPEG -> huge(jpeg.clone());
            case SILENCE, HOSTILE_XML, DEEP_XML, ENDLESS_XML, WEB_PAGE, NO_JOB, ENDLESS_JPEG, JOB_GONE -> jpeg;
        };
    }

    /** Height and width stand five bytes behind the marker SOF0 (ITU-T T.81, B.2.2). */
    private static byte[] huge(byte[] jpeg) {
        for (int at = 2; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 255) == 0xFF && (jpeg[at + 1] & 255) == 0xC0) {
                Arrays.fill(jpeg, at + 5, at + 9, (byte) 0xFF);
                return jpeg;
            }
        }
        return jpeg;
    }
}
