package kiosk.drivers.ipp;

import java.nio.ByteBuffer;

/**
 * Checks the frame of an answer before anything interprets it (RFC 8010 section 3.1):
 *
 * <pre>
 * version 2 | status 2 | request-id 4 | { group-tag 1 { value-tag 1 | name-length 2 | name | value-length 2 | value }* }* | end-tag 1
 * </pre>
 */
final class IppShape {
    private static final int HEADER = 8;
    private static final int RESERVED = 0x00;
    private static final int END_OF_ATTRIBUTES = 0x03;
    private static final int LAST_GROUP_TAG = 0x0F;
    private static final int BEGIN_COLLECTION = 0x34;
    private static final int END_COLLECTION = 0x37;
    private static final int TEXT_WITH_LANGUAGE = 0x35;
    private static final int NAME_WITH_LANGUAGE = 0x36;
    private static final int DEEPEST = 16;

    private IppShape() {}

    /** Whether the bytes are one whole answer: every length fits, collections are not nested without end, and the end is there. */
    static boolean fits(byte[] answer) {
        ByteBuffer rest = ByteBuffer.wrap(answer);
        if (rest.remaining() < HEADER || rest.get(0) < 1 || rest.get(0) > 2) {
            return false;
        }
        rest.position(HEADER);
        int depth = 0;
        boolean inGroup = false;
        while (rest.hasRemaining() && depth >= 0 && depth <= DEEPEST) {
            int tag = rest.get() & 0xFF;
            if (tag == END_OF_ATTRIBUTES || tag == RESERVED) {
                return tag == END_OF_ATTRIBUTES && depth == 0;
            }
            boolean value = tag > LAST_GROUP_TAG;
            if (value && (!inGroup || !skip(rest) || !skipValue(tag, rest))) {
                return false;
            }
            inGroup = true;
            depth += tag == BEGIN_COLLECTION ? 1 : tag == END_COLLECTION ? -1 : 0;
        }
        return false;
    }

    /** A value of the length its tag demands (RFC 8010 section 3.9). */
    private static boolean skipValue(int tag, ByteBuffer rest) {
        int start = rest.position();
        if (!skip(rest)) {
            return false;
        }
        ByteBuffer value = rest.duplicate().position(start + 2).limit(rest.position());
        return switch (tag) {
            case 0x21, 0x23 -> value.remaining() == 4;
            case 0x22 -> value.remaining() == 1;
            case 0x31 -> value.remaining() == 11;
            case 0x32 -> value.remaining() == 9;
            case 0x33 -> value.remaining() == 8;
            case TEXT_WITH_LANGUAGE, NAME_WITH_LANGUAGE -> isTwoStrings(value);
            default -> true;
        };
    }

    private static boolean isTwoStrings(ByteBuffer value) {
        boolean hasLanguage = skip(value);
        return hasLanguage && skip(value) && !value.hasRemaining();
    }

    private static boolean skip(ByteBuffer rest) {
        int length = rest.remaining() < 2 ? -1 : rest.getShort();
        if (length < 0 || length > rest.remaining()) {
            return false;
        }
        rest.position(rest.position() + length);
        return true;
    }
}
