package kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the chip of an identity card says. The photo stays out: no open decoder for it exists, and nothing here shows or compares it;
 * only the {@link CardImprint} knows its bytes.
 *
 * @param name the Chinese name, or the Latin one where the card has no other
 * @param latinName empty but on foreigners' cards
 * @param number 18 characters by GB 11643; 15 on foreigners' cards of 2017
 * @param ethnicGroup two digits of GB/T 3304, empty where the layout has none
 * @param address empty where the layout has none
 * @param validUntil empty for 长期, a card without an end
 */
public record IdCard(
        Layout layout,
        String name,
        String latinName,
        Sex sex,
        String ethnicGroup,
        LocalDate birthDate,
        String address,
        String number,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validUntil) {
    /** The layouts of the chip's text block; the foreigner's card has two editions. */
    public enum Layout {
        /** Resident identity card. */
        RESIDENT,
        /** Residence permit for Hong Kong, Macao and Taiwan residents. */
        HK_MACAO_TAIWAN,
        /** Foreigner's permanent residence card, edition of 2017. */
        FOREIGNER_2017,
        /** Foreigner's permanent residence card, edition of 2023. */
        FOREIGNER_2023
    }

    /** Whether the card is past its last day. */
    public boolean expiredOn(LocalDate day) {
        return validUntil.map(day::isAfter).orElse(false);
    }

    @Override
    public String toString() {
        return "IdCard[" + layout + "]";
    }
}
