package kiosk.identity;

import java.util.Locale;
import java.util.Optional;

/** A unified social credit code of an organisation: 17 characters and a check character, weights 3^i mod 31 (GB 32100-2015). */
public record SocialCreditCode(String code) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** @throws IllegalArgumentException if the code is not valid */
    public SocialCreditCode {
        if (!valid(code)) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** The code, if it is valid; small letters are taken as capitals, and spaces around are dropped. */
    public static Optional<SocialCreditCode> parse(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return valid(code) ? Optional.of(new SocialCreditCode(code)) : Optional.empty();
    }

    private static boolean valid(String code) {
        return code.length() == 18
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && ALPHABET.charAt(checkOf(code)) == code.charAt(17);
    }

    private static int checkOf(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return (31 - sum % 31) % 31;
    }
}
