package kiosk.emulators.idcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The reader's side of the frames: takes requests out of what comes in, and wraps answers.
 *
 * <pre>
 * AA AA AA 96 69 | length, high byte first, of all that follows | body | XOR of length and body
 * </pre>
 */
final class SdtWire {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int HEADER = PREAMBLE.length + 2;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;
    private static final int MOST_PENDING = 256;

    private byte[] pending = new byte[0];

    /** A request as it came, with what is wrong with it. */
    record Request(byte[] body, Flaw flaw, int wireBytes) {
        int command() {
            return (body[0] & 0xFF) << 8 | (body[1] & 0xFF);
        }
    }

    /** What may be wrong with a request. */
    enum Flaw {
        NONE,
        CHECKSUM,
        LENGTH
    }

    static byte[] frame(byte[] body) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + body.length + 1);
        frame.put(PREAMBLE).putShort((short) (body.length + 1)).put(body);
        return frame.put(xor(frame.array(), PREAMBLE.length, HEADER + body.length))
                .array();
    }

    private static byte xor(byte[] bytes, int from, int to) {
        byte check = 0;
        for (int i = from; i < to; i++) {
            check ^= bytes[i];
        }
        return check;
    }

    void came(byte[] bytes, int count) {
        int kept = Math.min(pending.length, MOST_PENDING);
        byte[] all = Arrays.copyOf(pending, kept + count);
        System.arraycopy(bytes, 0, all, kept, count);
        pending = all;
    }

    /** The next request, once it is there whole. */
    Optional<Request> next() {
        int start = startOfFrame();
        if (start < 0 || pending.length < start + HEADER) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(pending).getShort(start + PREAMBLE.length) & 0xFFFF;
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(flawed());
        }
        return pending.length < start + HEADER + length ? Optional.empty() : Optional.of(whole(start, length));
    }

    /** What a request that stopped half-way is, once the line has gone quiet. */
    Optional<Request> brokenOff() {
        return startOfFrame() < 0 ? Optional.empty() : Optional.of(flawed());
    }

    private Request whole(int start, int length) {
        int end = start + HEADER + length;
        byte[] body = Arrays.copyOfRange(pending, start + HEADER, end - 1);
        Flaw flaw = xor(pending, start + PREAMBLE.length, end) == 0 ? Flaw.NONE : Flaw.CHECKSUM;
        pending = Arrays.copyOfRange(pending, end, pending.length);
        return new Request(body, flaw, HEADER + length);
    }

    private Request flawed() {
        pending = new byte[0];
        return new Request(new byte[2], Flaw.LENGTH, HEADER);
    }

    private int startOfFrame() {
        for (int i = 0; i + PREAMBLE.length <= pending.length; i++) {
            if (Arrays.equals(pending, i, i + PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length)) {
                return i;
            }
        }
        return -1;
    }
}
