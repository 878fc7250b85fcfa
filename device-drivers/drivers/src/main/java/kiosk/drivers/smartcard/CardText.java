package kiosk.drivers.smartcard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import kiosk.device.CardTrouble;

/** How values are written on a social-security card: padded ASCII, BCD dates, and a name in GB18030 that two records share. */
final class CardText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CardText() {}

    /** Printable ASCII without its padding of zero bytes and spaces. */
    static String ascii(byte[] value) throws CardRefused {
        String text = new String(withoutPadding(value), StandardCharsets.ISO_8859_1).strip();
        if (!text.chars().allMatch(character -> character > 0x20 && character < 0x7F)) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return text;
    }

    /** A date of four bytes BCD, {@code YYYYMMDD}; empty if there is no such day. */
    static Optional<LocalDate> date(byte[] value) {
        String digits = HexFormat.of().formatHex(value);
        if (!digits.matches("[0-9]{8}")) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(digits.substring(0, 4));
            return Optional.of(LocalDate.of(
                    year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException thereIsNoSuchDay) {
            return Optional.empty();
        }
    }

    /** The name; a character may begin in the first record and end in the second, so they are joined before decoding. */
    static String name(byte[] name, byte[] extension) throws CardRefused {
        ByteBuffer bytes = ByteBuffer.allocate(name.length + extension.length);
        bytes.put(withoutPadding(name)).put(withoutPadding(extension)).flip();
        String text = decoded(bytes);
        if (text.isEmpty() || text.codePoints().anyMatch(CardText::belongsInNoName)) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
        return text;
    }

    private static String decoded(ByteBuffer bytes) throws CardRefused {
        try {
            return GB18030.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException undecodable) {
            throw new CardRefused(CardTrouble.DAMAGED);
        }
    }

    private static boolean belongsInNoName(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE || character == 0xFFFD;
    }

    /** Neither zero nor space can be the last byte of a character in GB18030. */
    private static byte[] withoutPadding(byte[] value) {
        int end = value.length;
        while (end > 0 && (value[end - 1] == 0 || value[end - 1] == ' ')) {
            end--;
        }
        return Arrays.copyOf(value, end);
    }
}
