package kiosk.emulators.smartcard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiosk.identity.SocialCard;

/**
 * What is written on a card: values by file and tag (LD/T 32-2015, file structure V2.0).
 *
 * @param records a value by {@code file << 8 | tag}
 * @param holderProtected whether EF06 is refused without a key, as on cards of version 3
 * @param social whether it has the social-security environment at all
 */
public record CardContent(Map<Integer, byte[]> records, boolean holderProtected, boolean social) {
    /** Card issuer data. */
    public static final int EF05 = 0xEF05;
    /** Card holder data. */
    public static final int EF06 = 0xEF06;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int NAME = 30;
    private static final int NAME_EXTENSION = 20;

    /** Keeps the records from changing. */
    public CardContent {
        records = Map.copyOf(records);
    }

    /** The card of a fictional holder; version 3 protects the holder's data. */
    public static CardContent of(SocialCard card) {
        Map<Integer, byte[]> records = new TreeMap<>();
        records.put(key(EF05, 0x01), HexFormat.of().parseHex(card.cardId()));
        records.put(key(EF05, 0x02), ascii("1"));
        records.put(key(EF05, 0x03), ascii(card.version()));
        records.put(key(EF05, 0x05), date(card.issued()));
        records.put(key(EF05, 0x06), date(card.expires()));
        records.put(key(EF05, 0x07), ascii(card.cardNumber()));
        records.put(key(EF06, 0x08), ascii(card.number().number()));
        records.put(key(EF06, 0x0A), ascii(String.valueOf(card.sex().code())));
        records.put(key(EF06, 0x0D), date(Optional.of(card.number().birthDate())));
        byte[] name = card.name().getBytes(GB18030);
        records.put(key(EF06, 0x09), Arrays.copyOf(name, NAME));
        if (!card.version().startsWith("1")) {
            records.put(key(EF06, 0x4E), extension(name));
        }
        return new CardContent(records, card.version().startsWith("3"), true);
    }

    /** A chip card of some other kind: it knows no social-security environment. */
    public static CardContent ofAnotherKind() {
        return new CardContent(Map.of(), false, false);
    }

    private static byte[] extension(byte[] name) {
        return Arrays.copyOfRange(name, Math.min(NAME, name.length), Math.min(NAME, name.length) + NAME_EXTENSION);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] date(Optional<LocalDate> date) {
        String digits = date.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("00000000");
        return HexFormat.of().parseHex(digits);
    }

    /** The same card with another value in that place. */
    public CardContent with(int file, int tag, byte[] value) {
        Map<Integer, byte[]> changed = new TreeMap<>(records);
        changed.put(key(file, tag), value.clone());
        return new CardContent(changed, holderProtected, social);
    }

    /** The same card without that record. */
    public CardContent without(int file, int tag) {
        Map<Integer, byte[]> changed = new TreeMap<>(records);
        changed.remove(key(file, tag));
        return new CardContent(changed, holderProtected, social);
    }

    Optional<byte[]> record(int file, int tag) {
        return Optional.ofNullable(records.get(key(file, tag)));
    }

    /** The card identification code, 32 hexadecimal digits. */
    String cardId() {
        return HexFormat.of().formatHex(record(EF05, 0x01).orElse(new byte[16]));
    }

    private static int key(int file, int tag) {
        return file << 8 | tag;
    }

    @Override
    public String toString() {
        return "CardContent[" + records.size() + " records]";
    }
}
