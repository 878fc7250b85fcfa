package kiosk.emulators.escpos;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import kiosk.device.Receipt.Picture;

/**
 * A piece of paper that was cut off.
 *
 * @param text what was printed in the printer's own font, line by line
 * @param codes the texts of the QR codes
 * @param picture all dots of it
 */
public record Ticket(String text, List<String> codes, Picture picture) {
    /** Keeps the list from changing. */
    public Ticket {
        codes = List.copyOf(codes);
    }

    /** Whether it is a strip that was cut off with nothing on it. */
    public boolean isBlank() {
        return text.isEmpty() && codes.isEmpty() && Arrays.equals(picture.bits(), new byte[picture.bits().length]);
    }

    /** The ticket as an image, black on white. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_BINARY);
        int across = (picture.width() + 7) / 8;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                boolean black = (picture.bits()[y * across + x / 8] >> (7 - x % 8) & 1) == 1;
                image.setRGB(x, y, black ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }

    @Override
    public String toString() {
        return "Ticket[" + picture.height() + " rows, " + codes.size() + " codes]";
    }
}
