package kiosk.emulators.scanner;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** What the scanner's eye sees, a band of lines at a time: the sheet, taken as A4 laid at the corner, on a grey lid. */
final class SheetBands {
    static final int LINES = 64;
    private static final double A4_WIDTH = 210;
    private static final double A4_HEIGHT = 297;
    private static final Color LID = new Color(0xF4F4F4);

    private final Optional<BufferedImage> sheet;
    private final PageShape shape;

    SheetBands(Optional<BufferedImage> sheet, PageShape shape) {
        this.sheet = sheet;
        this.shape = shape;
    }

    /** The samples of the lines from that one on, as many as there are, at most {@link #LINES}. */
    byte[] from(int line) {
        int lines = Math.min(LINES, shape.lines() - line);
        BufferedImage band = drawn(line, lines);
        byte[] samples = new byte[lines * shape.bytesPerLine()];
        int at = 0;
        for (int rgb : band.getRGB(0, 0, shape.width(), lines, null, 0, shape.width())) {
            if (shape.colour()) {
                samples[at++] = (byte) (rgb >> 16);
                samples[at++] = (byte) (rgb >> 8);
                samples[at++] = (byte) rgb;
            } else {
                samples[at++] = (byte) ((((rgb >> 16) & 255) * 30 + ((rgb >> 8) & 255) * 59 + (rgb & 255) * 11) / 100);
            }
        }
        return samples;
    }

    private BufferedImage drawn(int line, int lines) {
        BufferedImage band = new BufferedImage(shape.width(), lines, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = band.createGraphics();
        graphics.setColor(LID);
        graphics.fillRect(0, 0, shape.width(), lines);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int left = -edge(shape.left());
        int top = -edge(shape.top()) - line;
        sheet.ifPresent(
                image -> graphics.drawImage(image, left, top, shape.dots(A4_WIDTH), shape.dots(A4_HEIGHT), null));
        graphics.dispose();
        return band;
    }

    private int edge(double millimetres) {
        return millimetres == 0 ? 0 : shape.dots(millimetres);
    }
}
