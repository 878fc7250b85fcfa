package kiosk.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen identity number of 18 characters: six of address, eight of birth date, three of sequence (odd male, even female) and a
 * check character by ISO 7064 MOD 11-2 (GB 11643-1999). Permits of Hong Kong, Macao and Taiwan residents and foreigners' cards of
 * 2023 are numbered alike.
 */
public record CitizenId(String number) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @throws IllegalArgumentException if the number is not valid; the message does not carry it */
    public CitizenId {
        if (!valid(number)) {
            throw new IllegalArgumentException("not a citizen identity number");
        }
    }

    /** The number, if it is valid; a small x at the end is taken as a capital one, and spaces around are dropped. */
    public static Optional<CitizenId> parse(String text) {
        String number = text.strip().toUpperCase(Locale.ROOT);
        return valid(number) ? Optional.of(new CitizenId(number)) : Optional.empty();
    }

    private static boolean valid(String number) {
        return number.matches("[1-9][0-9]{5}(18|19|2[0-9])[0-9]{9}[0-9X]")
                && CHECKS.charAt(weightedSum(number) % 11) == number.charAt(17)
                && birthDateOf(number).isPresent();
    }

    private static int weightedSum(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return sum;
    }

    private static Optional<LocalDate> birthDateOf(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException thereIsNoSuchDay) {
            return Optional.empty();
        }
    }

    /** The birth date within the number. */
    public LocalDate birthDate() {
        return birthDateOf(number).orElseThrow();
    }

    /** The sex within the number. */
    public Sex sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** The number with its middle hidden: {@code 110***********8881}. */
    public String masked() {
        return number.substring(0, 3) + "***********" + number.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }
}
