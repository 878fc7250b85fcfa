package kiosk.emulators.scanner;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws sheets of A4 paper to lay on a scanner, at 150 dots an inch. */
public final class PaperSheet {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int MARGIN = 120;
    private static final Color PAPER = new Color(0xFDFDFB);
    private static final Color INK = new Color(0x202020);

    private PaperSheet() {}

    /** A white sheet with nothing on it. */
    public static BufferedImage blank() {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        return sheet;
    }

    /** A sheet that looks like writing, whatever fonts the machine has: a bar for a title, lines of words, a red seal. */
    public static BufferedImage written() {
        BufferedImage sheet = blank();
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(INK);
        graphics.fillRect(WIDTH / 2 - 260, MARGIN, 520, 44);
        for (int line = 0; line < 24; line++) {
            int end = line % 6 == 5 ? WIDTH / 2 : WIDTH - MARGIN;
            for (int x = MARGIN; x < end; x += 34) {
                int across = 12 + (x * 11 + line * 13) % 19;
                graphics.fillRect(x, 260 + line * 50, across, 20);
            }
        }
        graphics.setColor(new Color(0xC81E1E));
        graphics.setStroke(new BasicStroke(10));
        graphics.drawOval(WIDTH - 420, HEIGHT - 420, 260, 260);
        graphics.dispose();
        return sheet;
    }

    /** A sheet with these lines on it, in a font of this machine, the first as the title. */
    public static BufferedImage withText(List<String> lines) {
        BufferedImage sheet = blank();
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(INK);
        int y = MARGIN + 60;
        for (String line : lines) {
            boolean title = y == MARGIN + 60;
            graphics.setFont(new Font(Font.SERIF, title ? Font.BOLD : Font.PLAIN, title ? 48 : 32));
            graphics.drawString(line, MARGIN, y);
            y += title ? 100 : 56;
        }
        graphics.dispose();
        return sheet;
    }
}
