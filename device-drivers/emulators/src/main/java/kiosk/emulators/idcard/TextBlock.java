package kiosk.emulators.idcard;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kiosk.identity.IdCard;

/** Writes the 256 bytes of text on a card's chip: UTF-16 little-endian, each field padded with spaces (GA 490). */
final class TextBlock {
    static final int SIZE = 256;

    private final byte[] bytes = blank(SIZE);

    private TextBlock() {}

    static byte[] of(IdCard card) {
        TextBlock block = new TextBlock();
        switch (card.layout()) {
            case RESIDENT -> block.resident(card);
            case HK_MACAO_TAIWAN -> block.permit(card);
            case FOREIGNER_2017 -> block.foreigner2017(card);
            case FOREIGNER_2023 -> block.foreigner2023(card);
        }
        return block.bytes;
    }

    /** So many bytes of the text, padded with spaces. */
    static byte[] padded(String text, int size) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_16LE);
        if (encoded.length > size) {
            throw new IllegalArgumentException("a field of " + size + " bytes cannot take " + encoded.length);
        }
        byte[] field = blank(size);
        System.arraycopy(encoded, 0, field, 0, encoded.length);
        return field;
    }

    private static byte[] blank(int size) {
        return " ".repeat(size / 2).getBytes(StandardCharsets.UTF_16LE);
    }

    private void resident(IdCard card) {
        put(0, 30, card.name());
        put(30, 2, String.valueOf(card.sex().code()));
        put(32, 4, card.ethnicGroup());
        put(36, 16, date(card.birthDate()));
        put(52, 70, card.address());
        put(122, 36, card.number());
        put(158, 30, card.issuer());
        validity(card);
    }

    private void permit(IdCard card) {
        resident(card);
        put(220, 18, "H12345678");
        put(238, 4, "01");
        put(248, 2, "J");
    }

    private void foreigner2017(IdCard card) {
        put(0, 120, card.latinName());
        put(120, 2, String.valueOf(card.sex().code()));
        put(122, 30, card.number());
        put(152, 6, card.number().substring(0, 3));
        put(158, 30, chineseName(card));
        validity(card);
        put(220, 16, date(card.birthDate()));
        put(236, 4, "01");
        put(240, 8, card.issuer());
        put(248, 2, "I");
    }

    private void foreigner2023(IdCard card) {
        String latin = card.latinName();
        put(0, 30, chineseName(card));
        put(30, 2, String.valueOf(card.sex().code()));
        put(32, 4, "01");
        put(36, 16, date(card.birthDate()));
        put(52, 70, latin.substring(0, Math.min(35, latin.length())));
        put(122, 36, card.number());
        validity(card);
        put(220, 22, latin.substring(Math.min(35, latin.length())));
        put(242, 6, "CAN");
        put(248, 2, "Y");
    }

    private static String chineseName(IdCard card) {
        return card.name().equals(card.latinName()) ? "" : card.name();
    }

    private void validity(IdCard card) {
        put(188, 16, date(card.validFrom()));
        put(204, 16, card.validUntil().map(TextBlock::date).orElse("长期"));
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void put(int offset, int size, String text) {
        System.arraycopy(padded(text, size), 0, bytes, offset, size);
    }
}
