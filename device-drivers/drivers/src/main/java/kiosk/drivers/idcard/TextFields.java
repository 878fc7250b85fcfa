package kiosk.drivers.idcard;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The fields of a text block: UTF-16 little-endian, padded with spaces. Decoding is strict: half a surrogate pair, a control or a
 * formatting character is damage. Characters for private use and ones that this Java does not know yet are names' rare characters
 * and pass.
 */
final class TextFields {
    private static final String WITHOUT_END = "长期";

    private final byte[] bytes;

    TextFields(byte[] bytes) {
        this.bytes = bytes;
    }

    String text(int offset, int size) throws DamagedCard {
        return decoded(ByteBuffer.wrap(bytes, offset, size));
    }

    /** A text in two parts; joined before decoding, since the cut may go through a character. */
    String text(int offset, int size, int secondOffset, int secondSize) throws DamagedCard {
        ByteBuffer joined = ByteBuffer.allocate(size + secondSize);
        joined.put(bytes, offset, size).put(bytes, secondOffset, secondSize).flip();
        return decoded(joined);
    }

    private static String decoded(ByteBuffer field) throws DamagedCard {
        try {
            String text = StandardCharsets.UTF_16LE.newDecoder().decode(field).toString();
            String trimmed = withoutPadding(text);
            if (trimmed.codePoints().anyMatch(TextFields::isNoText)) {
                throw new DamagedCard();
            }
            return trimmed;
        } catch (CharacterCodingException halfAPair) {
            throw damaged(halfAPair);
        }
    }

    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    String filled(int offset, int size) throws DamagedCard {
        String text = text(offset, size);
        if (text.isBlank()) {
            throw new DamagedCard();
        }
        return text;
    }

    LocalDate date(int offset) throws DamagedCard {
        return day(text(offset, 16));
    }

    /** A last day of validity; empty for 长期. */
    Optional<LocalDate> end(int offset) throws DamagedCard {
        String text = text(offset, 16);
        return text.equals(WITHOUT_END) ? Optional.empty() : Optional.of(day(text));
    }

    private static LocalDate day(String text) throws DamagedCard {
        if (!text.matches("[0-9]{8}")) {
            throw new DamagedCard();
        }
        try {
            int number = Integer.parseInt(text);
            return LocalDate.of(number / 10000, number / 100 % 100, number % 100);
        } catch (DateTimeException thereIsNoSuchDay) {
            throw damaged(thereIsNoSuchDay);
        }
    }

    private static DamagedCard damaged(Exception why) {
        DamagedCard damaged = new DamagedCard();
        damaged.addSuppressed(why);
        return damaged;
    }
}
