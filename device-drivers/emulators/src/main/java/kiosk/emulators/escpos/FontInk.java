package kiosk.emulators.escpos;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/** Draws characters with a font, stretched to their cell, and codes as somebody else makes them. */
public final class FontInk implements TicketInk {
    private static final float BASE = 24;

    private final Font font;
    private final Function<String, boolean[][]> codes;

    /** Draws with that font; {@code codes} answers the modules of a QR code, row by row. */
    public FontInk(Font font, Function<String, boolean[][]> codes) {
        this.font = font.deriveFont(BASE);
        this.codes = codes;
    }

    @Override
    public boolean[][] character(String character, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        FontRenderContext context = graphics.getFontRenderContext();
        LineMetrics metrics = font.getLineMetrics(character, context);
        double advance = Math.max(1, font.getStringBounds(character, context).getWidth());
        double tall = metrics.getAscent() + metrics.getDescent();
        graphics.setColor(Color.WHITE);
        graphics.transform(AffineTransform.getScaleInstance(width / advance, height / tall));
        graphics.setFont(font);
        graphics.drawString(character, 0, metrics.getAscent());
        graphics.dispose();
        boolean[][] dots = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dots[y][x] = (image.getRGB(x, y) & 0xFF) != 0;
            }
        }
        return dots;
    }

    @Override
    public boolean[][] code(String text) {
        return codes.apply(text);
    }
}
