package kiosk.emulators.scanner;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Requests in, replies out: the words, strings and arrays of SANE's network protocol (SANE Standard 1.06, 5.1.1). */
final class SaneWords {
    private static final int LONGEST = 4096;

    private final DataInputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();

    SaneWords(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    int word() throws IOException {
        return in.readInt();
    }

    byte[] bytes() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a client with strings that long is none");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    SaneWords put(int... words) {
        for (int word : words) {
            reply.writeBytes(ByteBuffer.allocate(4).putInt(word).array());
        }
        return this;
    }

    SaneWords put(String text) {
        if (text.isEmpty()) {
            return put(0);
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        put(bytes.length + 1);
        reply.writeBytes(bytes);
        reply.write(0);
        return this;
    }

    SaneWords put(byte[] bytes) {
        put(bytes.length);
        reply.writeBytes(bytes);
        return this;
    }

    /** Sends what was put. */
    void send() throws IOException {
        out.write(reply.toByteArray());
        out.flush();
        reply.reset();
    }

    void sendRaw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
