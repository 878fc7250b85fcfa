package kiosk.drivers.idcard;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One frame of the SDT protocol as it comes in, byte by byte, and the requests that go out.
 *
 * <pre>
 * request   AA AA AA 96 69 | length | CMD PARA         | check
 * answer    AA AA AA 96 69 | length | SW1 SW2 SW3 data | check
 * </pre>
 *
 * The length has two bytes, the high one first, and counts all that follows it; the check byte is the XOR of everything from the
 * length on. Whatever stands before a preamble is skipped.
 */
final class SdtFrame {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int HEADER = PREAMBLE.length + 2;
    private static final int SHORTEST_LENGTH = 4;
    private static final int LONGEST_LENGTH = 0x090A;

    private byte[] bytes = new byte[HEADER];
    private int filled;
    private int skipped;
    private boolean malformed;

    /** The request of that command, CMD in the high byte and PARA in the low one. */
    static byte[] request(int command) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + 3);
        frame.put(PREAMBLE).putShort((short) 3).putShort((short) command);
        return frame.put(xor(frame.array(), frame.position())).array();
    }

    /** How many bytes to ask the line for next; never more than belong to this frame, as far as is known. */
    int wanted() {
        return bytes.length - filled;
    }

    /** Takes so many bytes of the array, at most {@link #wanted()}. */
    void add(byte[] came, int count) {
        System.arraycopy(came, 0, bytes, filled, count);
        filled += count;
        if (bytes.length == HEADER) {
            findPreamble();
        }
        if (bytes.length == HEADER && filled == HEADER) {
            readLength();
        }
    }

    private void findPreamble() {
        int common = Math.min(filled, PREAMBLE.length);
        while (!Arrays.equals(bytes, 0, common, PREAMBLE, 0, common)) {
            System.arraycopy(bytes, 1, bytes, 0, --filled);
            skipped++;
            common = Math.min(filled, PREAMBLE.length);
        }
    }

    private void readLength() {
        int length = ByteBuffer.wrap(bytes).getShort(PREAMBLE.length) & 0xFFFF;
        malformed = length < SHORTEST_LENGTH || length > LONGEST_LENGTH;
        if (!malformed) {
            bytes = Arrays.copyOf(bytes, HEADER + length);
        }
    }

    /** Whether anything of a frame is there. */
    boolean hasBegun() {
        return filled > 0;
    }

    /** How many bytes stood before the preamble. */
    int skipped() {
        return skipped;
    }

    /** Whether the length is impossible; the rest of the frame cannot be told from noise then. */
    boolean isMalformed() {
        return malformed;
    }

    /** Whether the last byte is in. */
    boolean isWhole() {
        return bytes.length > HEADER && filled == bytes.length;
    }

    /** Whether a whole frame's check byte is right. */
    boolean isSound() {
        return isWhole() && xor(bytes, bytes.length) == 0;
    }

    /** What a sound frame says. */
    SdtAnswer answer() {
        return new SdtAnswer(
                Arrays.copyOfRange(bytes, HEADER, HEADER + 3), Arrays.copyOfRange(bytes, HEADER + 3, bytes.length - 1));
    }

    private static byte xor(byte[] bytes, int end) {
        byte check = 0;
        for (int i = PREAMBLE.length; i < end; i++) {
            check ^= bytes[i];
        }
        return check;
    }
}
