package kiosk.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a social-security card says once its holder could be read (LD/T 32-2015).
 *
 * @param cardId 32 hexadecimal digits, the first six the issuing area by GB/T 2260
 * @param cardNumber nine characters
 * @param version {@code 1.00}, {@code 2.00} or {@code 3.00}
 * @param name name and name extension, joined before decoding
 * @param number the social-security number, which is the citizen identity number
 */
public record SocialCard(
        String cardId,
        String cardNumber,
        String version,
        String name,
        CitizenId number,
        Sex sex,
        Optional<LocalDate> issued,
        Optional<LocalDate> expires) {
    @Override
    public String toString() {
        return "SocialCard[" + version + "]";
    }
}
