package kiosk.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;

/** The paper as it comes out of a receipt printer, dot for dot, so that it can be looked at. */
final class RollPaper {
    private static final int MARGIN = 32;
    private static final int SQUARE = 6;

    private final DotPainter ownFont;
    private final BufferedImage paper =
            new BufferedImage(ReceiptPrinter.DOTS_ACROSS + 2 * MARGIN, 3000, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D pen = paper.createGraphics();
    private int y = MARGIN;

    private RollPaper(Typefaces typefaces) {
        this.ownFont = new DotPainter(typefaces);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.setColor(Color.BLACK);
    }

    static BufferedImage of(Receipt receipt, Typefaces typefaces) {
        RollPaper roll = new RollPaper(typefaces);
        receipt.parts().forEach(roll::print);
        return roll.paper.getSubimage(0, 0, roll.paper.getWidth(), roll.y + MARGIN);
    }

    private void print(Receipt.Part part) {
        if (part instanceof Receipt.Line line) {
            picture(ownFont.line(line.text(), line.size(), line.align()));
        } else if (part instanceof Receipt.Picture picture) {
            picture(picture);
        } else if (part instanceof Receipt.Rule) {
            pen.fillRect(MARGIN, y + 10, ReceiptPrinter.DOTS_ACROSS, 2);
            y += 22;
        } else if (part instanceof Receipt.Feed feed) {
            y += feed.lines() * 30;
        } else if (part instanceof Receipt.QrCode code) {
            code(QrMatrix.of(code.text()));
        }
    }

    private void picture(Receipt.Picture picture) {
        int across = (picture.width() + 7) / 8;
        for (int row = 0; row < picture.height(); row++) {
            for (int x = 0; x < picture.width(); x++) {
                if ((picture.bits()[row * across + x / 8] & (0x80 >> x % 8)) != 0) {
                    pen.fillRect(MARGIN + x, y + row, 1, 1);
                }
            }
        }
        y += picture.height();
    }

    private void code(boolean[][] squares) {
        int left = (paper.getWidth() - squares.length * SQUARE) / 2;
        for (int row = 0; row < squares.length; row++) {
            for (int column = 0; column < squares[row].length; column++) {
                if (squares[row][column]) {
                    pen.fillRect(left + column * SQUARE, y + row * SQUARE, SQUARE, SQUARE);
                }
            }
        }
        y += squares.length * SQUARE + 12;
    }
}
