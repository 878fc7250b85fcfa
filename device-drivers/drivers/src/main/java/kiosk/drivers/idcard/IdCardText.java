package kiosk.drivers.idcard;

import java.time.LocalDate;
import java.util.Optional;
import kiosk.identity.CitizenId;
import kiosk.identity.IdCard;
import kiosk.identity.IdCard.Layout;
import kiosk.identity.Sex;

/**
 * Reads the 256 bytes of text of the four layouts that share the chip; the unit at offset 248 tells them apart (GA 490; the
 * foreigner's card of 2023 after one public reader only). A number whose check character is wrong, a birth date that does not exist
 * or is still to come, and anything that is no text make the card damaged.
 */
final class IdCardText {
    /** Bytes of the text block. */
    static final int SIZE = 256;
    /** Bytes of an address that was written on the card later. */
    static final int NEW_ADDRESS_SIZE = 70;

    private static final int FLAG = 248;

    private final TextFields fields;
    private final LocalDate today;

    private IdCardText(byte[] text, LocalDate today) {
        this.fields = new TextFields(text);
        this.today = today;
    }

    /** Whether a newer address may stand on a card with this text. */
    static boolean hasAddress(byte[] text) {
        Layout layout = layoutOf(text);
        return layout == Layout.RESIDENT || layout == Layout.HK_MACAO_TAIWAN;
    }

    /** The card of that text, with the newer address in place of the old one where there is any. */
    static IdCard parse(byte[] text, Optional<byte[]> newAddress, LocalDate today) throws DamagedCard {
        IdCardText card = new IdCardText(text, today);
        String newer = newAddress.isPresent() ? new TextFields(newAddress.get()).text(0, NEW_ADDRESS_SIZE) : "";
        return switch (layoutOf(text)) {
            case RESIDENT -> card.resident(Layout.RESIDENT, card.fields.text(32, 4), newer);
            case HK_MACAO_TAIWAN -> card.resident(Layout.HK_MACAO_TAIWAN, "", newer);
            case FOREIGNER_2017 -> card.foreigner2017();
            case FOREIGNER_2023 -> card.foreigner2023();
        };
    }

    private static Layout layoutOf(byte[] text) {
        if (text[FLAG + 1] != 0) {
            return Layout.RESIDENT;
        }
        return switch (text[FLAG]) {
            case 'J' -> Layout.HK_MACAO_TAIWAN;
            case 'I' -> Layout.FOREIGNER_2017;
            case 'Y' -> Layout.FOREIGNER_2023;
            default -> Layout.RESIDENT;
        };
    }

    private IdCard resident(Layout layout, String ethnicGroup, String newAddress) throws DamagedCard {
        String number = checked(fields.text(122, 36), layout == Layout.RESIDENT ? "[1-9].*" : "8[123].*");
        if (!ethnicGroup.matches("([0-9]{2})?")) {
            throw new DamagedCard();
        }
        return new IdCard(
                layout,
                fields.filled(0, 30),
                "",
                sex(30),
                ethnicGroup,
                birthDate(36),
                newAddress.isBlank() ? fields.text(52, 70) : newAddress,
                number,
                fields.text(158, 30),
                fields.date(188),
                validUntil());
    }

    private IdCard foreigner2017() throws DamagedCard {
        String latin = fields.filled(0, 120);
        String chinese = fields.text(158, 30);
        String number = fields.text(122, 30);
        if (!number.matches("[A-Z]{3}[0-9]{12}")) {
            throw new DamagedCard();
        }
        return new IdCard(
                Layout.FOREIGNER_2017,
                chinese.isBlank() ? latin : chinese,
                latin,
                sex(120),
                "",
                birthDate(220),
                "",
                number,
                fields.text(240, 8),
                fields.date(188),
                validUntil());
    }

    private IdCard foreigner2023() throws DamagedCard {
        String latin = fields.text(52, 70, 220, 22);
        String chinese = fields.text(0, 30);
        if (latin.isBlank() && chinese.isBlank()) {
            throw new DamagedCard();
        }
        return new IdCard(
                Layout.FOREIGNER_2023,
                chinese.isBlank() ? latin : chinese,
                latin,
                sex(30),
                "",
                birthDate(36),
                "",
                checked(fields.text(122, 36), "9.*"),
                "",
                fields.date(188),
                validUntil());
    }

    private Optional<LocalDate> validUntil() throws DamagedCard {
        LocalDate from = fields.date(188);
        Optional<LocalDate> until = fields.end(204);
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new DamagedCard();
        }
        return until;
    }

    private Sex sex(int offset) throws DamagedCard {
        String code = fields.text(offset, 2);
        return code.isEmpty() ? Sex.UNKNOWN : Sex.ofCode(code.charAt(0));
    }

    private LocalDate birthDate(int offset) throws DamagedCard {
        LocalDate date = fields.date(offset);
        if (date.isAfter(today)) {
            throw new DamagedCard();
        }
        return date;
    }

    private static String checked(String number, String shape) throws DamagedCard {
        if (!number.matches(shape)) {
            throw new DamagedCard();
        }
        return CitizenId.parse(number).orElseThrow(DamagedCard::new).number();
    }
}
