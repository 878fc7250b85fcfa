package platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /** Eight bytes, of which the highest bit is not set. */
    long u63() throws Unreadable {
        need(Long.BYTES);
        long number = bytes.getLong();
        if (number < 0) {
            throw new Unreadable("A number is out of bounds.");
        }
        return number;
    }

    /** A number in one byte that lies between these. */
    int between(int least, int most) throws Unreadable {
        int number = u8();
        if (number < least || number > most) {
            throw new Unreadable("A number is out of bounds.");
        }
        return number;
    }

    /** A length in four bytes, at most {@code most}. */
    int length(int most) throws Unreadable {
        need(Integer.BYTES);
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

    /** One byte of length, then printable ASCII without spaces, between these lengths. */
    String word(int least, int most) throws Unreadable {
        String word = new String(take(between(least, most)), StandardCharsets.ISO_8859_1);
        if (word.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new Unreadable("A text is not ASCII.");
        }
        return word;
    }

    int left() {
        return bytes.remaining();
    }

    /** Everything that was read so far. */
    byte[] soFar() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void need(int count) throws Unreadable {
        if (bytes.remaining() < count) {
            throw new Unreadable("The bytes end too early.");
        }
    }
}
