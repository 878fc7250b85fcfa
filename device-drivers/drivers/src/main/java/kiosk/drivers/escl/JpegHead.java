package kiosk.drivers.escl;

import java.net.ProtocolException;

/** The size of a picture as the head of its JPEG says (ITU-T T.81, B.2.2), after a look whether the picture is whole. */
record JpegHead(int width, int height) {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int MOST_PADDING = 1024;

    /** Refuses what is no JPEG, ends before its end, or is larger than a page of ours. */
    static JpegHead of(byte[] jpeg, int widest, int longest) throws ProtocolException {
        if (!marker(jpeg, 0, START_OF_IMAGE) || !ends(jpeg)) {
            throw new ProtocolException("not a whole JPEG");
        }
        int at = 2;
        while (at + 9 < jpeg.length && (jpeg[at] & 255) == 0xFF && !marker(jpeg, at, START_OF_SCAN)) {
            int kind = jpeg[at + 1] & 255;
            if (kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC) {
                return sized(number(jpeg, at + 7), number(jpeg, at + 5), widest, longest);
            }
            at += kind == 0xFF ? 1 : 2 + Math.max(2, number(jpeg, at + 2));
        }
        throw new ProtocolException("a JPEG without a size");
    }

    private static JpegHead sized(int width, int height, int widest, int longest) throws ProtocolException {
        if (width < 1 || width > widest || height < 1 || height > longest) {
            throw new ProtocolException("a page of impossible size");
        }
        return new JpegHead(width, height);
    }

    /** Some devices fill up behind the end. */
    private static boolean ends(byte[] jpeg) {
        for (int at = jpeg.length - 2; at > 2 && at > jpeg.length - MOST_PADDING; at--) {
            if (marker(jpeg, at, END_OF_IMAGE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean marker(byte[] jpeg, int at, int kind) {
        return jpeg.length > at + 1 && (jpeg[at] & 255) == 0xFF && (jpeg[at + 1] & 255) == kind;
    }

    private static int number(byte[] jpeg, int at) {
        return (jpeg[at] & 255) << 8 | (jpeg[at + 1] & 255);
    }
}
