package kiosk.demo.world;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import kiosk.emulators.escpos.TicketInk;

/** Draws what the emulated receipt printer's own font and codes would look like. */
final class DemoInk implements TicketInk {
    private final Font font;

    DemoInk(Font font) {
        this.font = font;
    }

    @Override
    public boolean[][] character(String character, int width, int height) {
        BufferedImage cell = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = cell.createGraphics();
        pen.setFont(font.deriveFont((float) Math.min(height, character.codePointAt(0) < 0x80 ? width * 2 : width)));
        int wide = Math.max(1, pen.getFontMetrics().stringWidth(character));
        if (wide > width) {
            pen.scale((double) width / wide, 1);
        }
        pen.drawString(character, 0, (int) (height * 0.86));
        pen.dispose();
        boolean[][] dots = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                dots[y][x] = (cell.getRGB(x, y) & 0xFF) != 0;
            }
        }
        return dots;
    }

    @Override
    public boolean[][] code(String text) {
        try {
            Map<EncodeHintType, Integer> plain = Map.of(EncodeHintType.MARGIN, 0);
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, plain);
            boolean[][] dots = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < dots.length; y++) {
                for (int x = 0; x < dots[y].length; x++) {
                    dots[y][x] = matrix.get(x, y);
                }
            }
            return dots;
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text makes no code", e);
        }
    }
}
