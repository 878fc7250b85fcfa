package kiosk.drivers.escpos;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Text as the printer's own Chinese font takes it: printable ASCII and the double bytes of GBK, and nothing that is a command. */
final class GbkText {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int FIRST_LEAD_BYTE = 0x81;
    private static final int LAST_LEAD_BYTE = 0xFE;

    private GbkText() {}

    /** @throws IllegalArgumentException if a character is not in GBK, or is a control character; the text is not in the message */
    static byte[] bytes(String text) {
        ByteBuffer encoded;
        try {
            encoded = GBK.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw refusal();
        }
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        requirePrintable(bytes);
        return bytes;
    }

    private static void requirePrintable(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= FIRST_LEAD_BYTE && lead <= LAST_LEAD_BYTE && i + 1 < bytes.length) {
                i++;
            } else if (lead < 0x20 || lead > 0x7E) {
                throw refusal();
            }
        }
    }

    private static IllegalArgumentException refusal() {
        return new IllegalArgumentException(
                "a line's text must be of GBK and printable; anything else is laid out as a picture");
    }
}
