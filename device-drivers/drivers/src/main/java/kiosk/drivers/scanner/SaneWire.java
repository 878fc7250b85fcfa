package kiosk.drivers.scanner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The primitive types of SANE's network protocol (SANE Standard 1.06, 5.1.1): words of four bytes, highest first; a string or an
 * array is its length as a word, then its parts; a string's length counts its closing zero byte; a pointer is a word that is not
 * zero where it points to nothing, then what it points to.
 */
final class SaneWire {
    /** Longer strings and arrays are no scanner's. */
    private static final int LONGEST = 4096;

    private final SaneLine line;
    private final byte[] word = new byte[4];
    private ByteArrayOutputStream request = new ByteArrayOutputStream();

    SaneWire(SaneLine line) {
        this.line = line;
    }

    /** Something that can be read from the wire. */
    interface Part<T> {
        T read() throws IOException, InterruptedException;
    }

    SaneWire put(int value) {
        request.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
        return this;
    }

    SaneWire put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        put(bytes.length + 1);
        request.writeBytes(bytes);
        request.write(0);
        return this;
    }

    /** A string as the value of an option: an array of bytes that fills the size the option has. */
    SaneWire putPadded(String text, int size) {
        put(size);
        request.writeBytes(ByteBuffer.allocate(size)
                .put(text.getBytes(StandardCharsets.ISO_8859_1))
                .array());
        return this;
    }

    void send() throws IOException {
        line.write(request.toByteArray());
        request = new ByteArrayOutputStream();
    }

    int word() throws IOException, InterruptedException {
        line.readFully(word, 0, word.length);
        return ByteBuffer.wrap(word).getInt();
    }

    String text() throws IOException, InterruptedException {
        byte[] bytes = bytes();
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() throws IOException, InterruptedException {
        byte[] bytes = new byte[length()];
        line.readFully(bytes, 0, bytes.length);
        return bytes;
    }

    <T> List<T> array(Part<T> part) throws IOException, InterruptedException {
        int length = length();
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            parts.add(part.read());
        }
        return parts;
    }

    /** Whether a pointer points to something, which follows. */
    boolean pointer() throws IOException, InterruptedException {
        return word() == 0;
    }

    private int length() throws IOException, InterruptedException {
        int length = word();
        if (length < 0 || length > LONGEST) {
            throw new ProtocolException("a length that is none");
        }
        return length;
    }
}
