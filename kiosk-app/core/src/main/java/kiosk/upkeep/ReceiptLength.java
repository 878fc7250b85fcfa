package kiosk.upkeep;

import java.nio.charset.StandardCharsets;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Feed;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Picture;
import kiosk.device.Receipt.QrCode;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;

/** How much of the roll a receipt takes, at the eight dots a millimetre of an 80 mm printer. */
final class ReceiptLength {
    private static final int DOTS_A_MILLIMETRE = 8;
    private static final int LINE = 30;
    private static final int HIGH_LINE = 48;
    private static final int HALF_WIDTH = 12;
    private static final int RULE = 2;
    private static final int TO_THE_KNIFE = 120;

    private ReceiptLength() {}

    static long millimetres(Receipt receipt) {
        long dots = TO_THE_KNIFE
                + receipt.parts().stream().mapToLong(ReceiptLength::dots).sum();
        return dots / DOTS_A_MILLIMETRE;
    }

    private static long dots(Part part) {
        if (part instanceof Line line) {
            return (long) linesOf(line) * (line.size() == Size.NORMAL ? LINE : HIGH_LINE);
        } else if (part instanceof Picture picture) {
            return picture.height();
        } else if (part instanceof QrCode code) {
            return side(code.text().getBytes(StandardCharsets.UTF_8).length);
        } else if (part instanceof Feed feed) {
            return (long) feed.lines() * LINE;
        }
        return RULE;
    }

    /** What is no ASCII is twice as wide. */
    private static int linesOf(Line line) {
        int halves = line.text()
                .codePoints()
                .map(it -> it < 0x80 ? HALF_WIDTH : 2 * HALF_WIDTH)
                .sum();
        int across = line.size() == Size.DOUBLE ? ReceiptPrinter.DOTS_ACROSS / 2 : ReceiptPrinter.DOTS_ACROSS;
        return Math.max(1, (halves + across - 1) / across);
    }

    /** About: a code of version 1 has 21 modules of 8 dots, each further version 4 more and room for some 18 bytes. */
    private static int side(int bytes) {
        return Math.min(480, 8 * (21 + 4 * (bytes / 18)));
    }
}
