package kiosk.emulators.ipp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes an answer as RFC 8010 section 3.1 draws it, leaving out attributes that were not asked for. */
final class IppAnswer {
    static final int JOB_GROUP = 0x02;
    static final int PRINTER_GROUP = 0x04;
    private static final int OPERATION_GROUP = 0x01;
    private static final int END_OF_ATTRIBUTES = 0x03;
    private static final int NO_VALUE = 0x13;
    private static final int INTEGER = 0x21;
    private static final int BOOLEAN = 0x22;
    private static final int ENUM = 0x23;
    private static final int OCTETS = 0x30;
    private static final int RESOLUTION = 0x32;
    private static final int TEXT = 0x41;
    private static final int NAME = 0x42;
    private static final int KEYWORD = 0x44;
    private static final int URI = 0x45;
    private static final int CHARSET = 0x47;
    private static final int LANGUAGE = 0x48;
    private static final int MEDIA_TYPE = 0x49;

    private final IppRequest request;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private boolean choosing;

    IppAnswer(IppRequest request, int status) {
        this.request = request;
        put(() -> {
            out.writeShort(request.version());
            out.writeShort(status);
            out.writeInt(request.id());
        });
        group(OPERATION_GROUP);
        values(CHARSET, "attributes-charset", "utf-8");
        values(LANGUAGE, "attributes-natural-language", "en");
        choosing = true;
    }

    /** A step that writes. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void put(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    IppAnswer group(int tag) {
        bytes.write(tag);
        return this;
    }

    IppAnswer integer(String name, int value) {
        return value(
                INTEGER, name, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** A moment of the printer's own clock, or {@code no-value} if it has not come. */
    IppAnswer moment(String name, int seconds) {
        return seconds > 0 ? integer(name, seconds) : value(NO_VALUE, name, new byte[0]);
    }

    IppAnswer enums(String name, int... numbers) {
        String next = name;
        for (int number : numbers) {
            value(ENUM, next, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
            next = request.wants(name) ? "" : next;
        }
        return this;
    }

    IppAnswer flag(String name, boolean value) {
        return value(BOOLEAN, name, new byte[] {(byte) (value ? 1 : 0)});
    }

    IppAnswer dotsPerInch(String name, int dots) {
        return value(
                RESOLUTION,
                name,
                ByteBuffer.allocate(9).putInt(dots).putInt(dots).put((byte) 3).array());
    }

    IppAnswer text(String name, String value) {
        return values(TEXT, name, value);
    }

    IppAnswer name(String name, String value) {
        return values(NAME, name, value);
    }

    IppAnswer uri(String name, String value) {
        return values(URI, name, value);
    }

    IppAnswer octets(String name, Collection<String> values) {
        return values(OCTETS, name, values.toArray(String[]::new));
    }

    IppAnswer keywords(String name, Collection<String> values) {
        return values(KEYWORD, name, values.toArray(String[]::new));
    }

    IppAnswer keywords(String name, String... values) {
        return values(KEYWORD, name, values);
    }

    IppAnswer charset(String name, String value) {
        return values(CHARSET, name, value);
    }

    IppAnswer language(String name, String value) {
        return values(LANGUAGE, name, value);
    }

    IppAnswer mediaTypes(String name, String... values) {
        return values(MEDIA_TYPE, name, values);
    }

    private IppAnswer values(int tag, String name, String... texts) {
        String next = name;
        for (String text : texts) {
            if (next.isEmpty() || !choosing || request.wants(name)) {
                value(tag, next, text.getBytes(StandardCharsets.UTF_8));
                next = "";
            }
        }
        return this;
    }

    private IppAnswer value(int tag, String name, byte[] value) {
        if (!name.isEmpty() && choosing && !request.wants(name)) {
            return this;
        }
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        put(() -> {
            out.writeByte(tag);
            out.writeShort(nameBytes.length);
            out.write(nameBytes);
            out.writeShort(value.length);
            out.write(value);
        });
        return this;
    }

    byte[] whole() {
        bytes.write(END_OF_ATTRIBUTES);
        return bytes.toByteArray();
    }
}
