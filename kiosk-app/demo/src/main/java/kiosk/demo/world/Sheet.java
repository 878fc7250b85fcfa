package kiosk.demo.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Draws the sheets of paper that are laid on the demo's scanner. */
final class Sheet {
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final List<String> LINES = List.of(
            "姓名：（演示样张，非真实证明）",
            "兹证明以上人员因工作、生活或就医需要办理相关事项。",
            "本样张仅供自助服务终端演示使用，不具有法律效力。",
            "经办单位：演示市政务服务中心",
            "日期：2026年11月");

    private final Font font;

    Sheet() {
        try (InputStream in = Objects.requireNonNull(
                Sheet.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"))) {
            font = Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font is damaged", e);
        }
    }

    /** The font of the demo's papers. */
    Font font() {
        return font;
    }

    /** An A4 sheet at 200 dots an inch under that title. */
    BufferedImage titled(String title) {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x222222));
        pen.setStroke(new BasicStroke(3));
        pen.drawRect(120, 120, WIDTH - 240, HEIGHT - 240);
        pen.setFont(font.deriveFont(72f));
        pen.drawString(title, (WIDTH - pen.getFontMetrics().stringWidth(title)) / 2, 320);
        pen.setFont(font.deriveFont(38f));
        for (int i = 0; i < LINES.size(); i++) {
            pen.drawString(LINES.get(i), 200, 520 + i * 110);
        }
        pen.setColor(new Color(0xB22222));
        pen.setStroke(new BasicStroke(8));
        pen.drawOval(1050, 1500, 340, 340);
        pen.dispose();
        return sheet;
    }
}
