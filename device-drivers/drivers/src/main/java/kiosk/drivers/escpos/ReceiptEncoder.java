package kiosk.drivers.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Feed;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Picture;
import kiosk.device.Receipt.QrCode;
import kiosk.device.ReceiptPrinter;

/**
 * Writes a receipt as ESC/POS, in pieces that each end where a command ends, so that a question can be put between them. Command names are
 * those of the ESC/POS reference that printers of this kind follow.
 */
final class ReceiptEncoder {
    private static final int ROWS_OF_A_RULE = 2;
    private static final int MOST_LINES_FED = 255;
    private static final int QR_FUNCTIONS = 0x31;

    private final int pieceBytes;
    private final List<byte[]> pieces = new ArrayList<>();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

    private ReceiptEncoder(int pieceBytes) {
        this.pieceBytes = pieceBytes;
    }

    /**
     * The pieces of a receipt, the cut included, none much longer than {@code pieceBytes}.
     *
     * @throws IllegalArgumentException if a line's text is not of GBK or a code is too long
     */
    static List<byte[]> pieces(Receipt receipt, int pieceBytes) {
        ReceiptEncoder encoder = new ReceiptEncoder(pieceBytes);
        receipt.parts().forEach(encoder::part);
        encoder.command(cut());
        encoder.endPiece();
        return encoder.pieces;
    }

    /** ESC @, GS a 0 (no status unasked), ESC 3 30 (line spacing). */
    static byte[] initialise() {
        return bytes(0x1B, 0x40, 0x1D, 0x61, 0, 0x1B, 0x33, 30);
    }

    /** GS V B 0: feeds to the knife and cuts but for a corner. */
    static byte[] cut() {
        return bytes(0x1D, 0x56, 0x42, 0);
    }

    private void part(Part part) {
        if (part instanceof Line line) {
            text(line);
        } else if (part instanceof Picture picture) {
            picture(picture);
        } else if (part instanceof QrCode code) {
            code(code);
        } else if (part instanceof Feed feed) {
            command(bytes(0x1B, 0x64, Math.max(0, Math.min(MOST_LINES_FED, feed.lines()))));
        } else {
            rule();
        }
    }

    /** ESC a, GS !, FS &amp; (double bytes on), the text, FS . (off), LF. */
    private void text(Line line) {
        int size = switch (line.size()) {
            case NORMAL -> 0x00;
            case TALL -> 0x01;
            case DOUBLE -> 0x11;
        };
        command(
                align(line.align()),
                bytes(0x1D, 0x21, size, 0x1C, 0x26),
                GbkText.bytes(line.text()),
                bytes(0x1C, 0x2E, 0x0A, 0x1D, 0x21, 0));
    }

    private static byte[] align(Align align) {
        return bytes(0x1B, 0x61, align == Align.CENTRE ? 1 : 0);
    }

    private void picture(Picture picture) {
        int across = (picture.width() + 7) / 8;
        int rowsABand = Math.max(1, pieceBytes / across);
        command(align(Align.LEFT));
        for (int row = 0; row < picture.height(); row += rowsABand) {
            int end = Math.min(picture.height(), row + rowsABand);
            raster(across, end - row, Arrays.copyOfRange(picture.bits(), row * across, end * across));
        }
    }

    private void rule() {
        int across = ReceiptPrinter.DOTS_ACROSS / 8;
        byte[] black = new byte[across * ROWS_OF_A_RULE];
        Arrays.fill(black, (byte) 0xFF);
        command(align(Align.LEFT));
        raster(across, ROWS_OF_A_RULE, black);
    }

    /** GS v 0 m xL xH yL yH. */
    private void raster(int across, int rows, byte[] bits) {
        command(bytes(0x1D, 0x76, 0x30, 0, across & 0xFF, across >> 8, rows & 0xFF, rows >> 8), bits);
    }

    /** GS ( k, functions 65 (model 2), 67 (dots a module), 69 (level M), 80 (store), 81 (print). */
    private void code(QrCode code) {
        byte[] data = code.text().getBytes(StandardCharsets.UTF_8);
        int dots = QrSize.dotsAModule(data.length);
        command(align(Align.CENTRE), qr(0x41, bytes(0x32, 0)), qr(0x43, bytes(dots)), qr(0x45, bytes(0x31)));
        byte[] store = new byte[data.length + 1];
        store[0] = 0x30;
        System.arraycopy(data, 0, store, 1, data.length);
        command(qr(0x50, store));
        command(qr(0x51, bytes(0x30)), align(Align.LEFT));
    }

    private static byte[] qr(int function, byte[] parameters) {
        int length = parameters.length + 2;
        return joined(bytes(0x1D, 0x28, 0x6B, length & 0xFF, length >> 8, QR_FUNCTIONS, function), parameters);
    }

    private void command(byte[]... parts) {
        byte[] whole = joined(parts);
        if (piece.size() > 0 && piece.size() + whole.length > pieceBytes) {
            endPiece();
        }
        piece.writeBytes(whole);
    }

    private void endPiece() {
        pieces.add(piece.toByteArray());
        piece.reset();
    }

    /** Bytes one after the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A few bytes as numbers. */
    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
