package platform.seal;

import java.nio.ByteBuffer;

/** Reads big-endian numbers and runs of bytes, and never beyond the end. */
final class ByteReader {
    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int u8() throws Unreadable {
        need(1);
        return bytes.get() & 0xFF;
    }

    int u16() throws Unreadable {
        need(2);
        return bytes.getShort() & 0xFFFF;
    }

    /** A length in four bytes, at most {@code most}. */
    int length(int most) throws Unreadable {
        need(4);
        int length = bytes.getInt();
        if (length < 0 || length > most) {
            throw new Unreadable("A length is out of bounds.");
        }
        return length;
    }

    byte[] take(int count) throws Unreadable {
        need(count);
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    int left() {
        return bytes.remaining();
    }

    private void need(int count) throws Unreadable {
        if (bytes.remaining() < count) {
            throw new Unreadable("The container ends too early.");
        }
    }
}
