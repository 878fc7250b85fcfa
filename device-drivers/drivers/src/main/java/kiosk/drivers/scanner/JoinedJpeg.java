package kiosk.drivers.scanner;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * One JPEG of several, each of a strip of the same page. Coding begins anew at a restart marker as it does at the beginning of a
 * picture (ITU-T T.81, E.1.4), so the coded data of the strips stand behind each other, such a marker between:
 *
 * <pre>
 * head of the first strip with the height of all | DRI, units a strip | SOS | data | RST0 | data | RST1 | … | data | EOI
 * </pre>
 */
final class JoinedJpeg {
    private static final int START_OF_FRAME = 0xC0;
    private static final int RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int RESTARTS = 8;
    private static final int BLOCK = 8;

    private final List<byte[]> strips;
    private final byte[] head;

    private JoinedJpeg(List<byte[]> strips) {
        this.strips = strips;
        this.head = strips.get(0).clone();
    }

    /**
     * Joins them.
     *
     * @param strips all but the last of the same number of lines, which is a multiple of 16; coded with the same tables
     * @param lines of a strip
     * @param height of all
     */
    static byte[] of(List<byte[]> strips, int lines, int height) {
        return strips.size() == 1 ? strips.get(0) : new JoinedJpeg(strips).joined(lines, height);
    }

    private byte[] joined(int lines, int height) {
        int frame = segment(head, START_OF_FRAME);
        int scan = segment(head, START_OF_SCAN);
        int units = units(frame, lines);
        head[frame + 5] = (byte) (height >> 8);
        head[frame + 6] = (byte) height;
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                strips.stream().mapToInt(strip -> strip.length).sum());
        out.write(head, 0, scan);
        marker(out, RESTART_INTERVAL);
        out.writeBytes(new byte[] {0, 4, (byte) (units >> 8), (byte) units});
        out.write(head, scan, head.length - scan - 2);
        for (int strip = 1; strip < strips.size(); strip++) {
            marker(out, RESTART + (strip - 1) % RESTARTS);
            byte[] jpeg = strips.get(strip);
            int data = behind(jpeg, segment(jpeg, START_OF_SCAN));
            out.write(jpeg, data, jpeg.length - data - 2);
        }
        marker(out, END_OF_IMAGE);
        return out.toByteArray();
    }

    private static void marker(ByteArrayOutputStream out, int kind) {
        out.write(0xFF);
        out.write(kind);
    }

    /** Where the segment of that kind begins (T.81, B.1.1.4). */
    private static int segment(byte[] jpeg, int kind) {
        int at = 2;
        while ((jpeg[at + 1] & 255) != kind) {
            at = behind(jpeg, at);
        }
        return at;
    }

    private static int behind(byte[] jpeg, int segment) {
        return segment + 2 + number(jpeg, segment + 2);
    }

    /** How many units are coded of so many lines (T.81, A.2 and B.2.2): a unit has 8 dots by 8 for each sample of its most finely sampled colour. */
    private int units(int frame, int lines) {
        int colours = head[frame + 9];
        int across = 1;
        int down = 1;
        for (int colour = 0; colour < colours && colours > 1; colour++) {
            int sampling = head[frame + 11 + 3 * colour];
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 15);
        }
        int width = number(head, frame + 7);
        return (width + BLOCK * across - 1) / (BLOCK * across) * (lines / (BLOCK * down));
    }

    private static int number(byte[] jpeg, int at) {
        return (jpeg[at] & 255) << 8 | (jpeg[at + 1] & 255);
    }
}
