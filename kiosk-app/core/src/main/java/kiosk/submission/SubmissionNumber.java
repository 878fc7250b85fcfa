package kiosk.submission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short number a person can read out: terminal, day, counter and a check digit, {@code K001-261122-0007-4}. The check digit is by
 * ISO 7064 MOD 11,10 over the decimal digits of all characters, a letter counting as its place in the alphabet plus nine.
 */
public record SubmissionNumber(String text) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int DIGITS = 4;
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,8}-[0-9]{6}-[0-9]{4,6}-[0-9]");

    /** @throws IllegalArgumentException if the form or the check digit is wrong */
    public SubmissionNumber {
        if (!valid(text)) {
            throw new IllegalArgumentException("not a submission number");
        }
    }

    /**
     * The number of that terminal, day and counter.
     *
     * @param terminal three to eight capital letters and digits
     * @param counter 1 for the day's first
     */
    public static SubmissionNumber of(String terminal, LocalDate day, int counter) {
        String digits = Integer.toString(counter);
        String zeros = "0".repeat(Math.max(0, DIGITS - digits.length()));
        String body = terminal + "-" + DAY.format(day) + "-" + zeros + digits;
        return new SubmissionNumber(body + "-" + checkOf(body));
    }

    /** The number of that text, if it is one; spaces around are dropped. */
    public static Optional<SubmissionNumber> parse(String text) {
        return valid(text.strip()) ? Optional.of(new SubmissionNumber(text.strip())) : Optional.empty();
    }

    private static boolean valid(String text) {
        return FORM.matcher(text).matches()
                && checkOf(text.substring(0, text.length() - 2)) == text.charAt(text.length() - 1) - '0';
    }

    private static int checkOf(String body) {
        int product = 10;
        for (char c : body.replace("-", "").toCharArray()) {
            for (char digit : Integer.toString(Character.digit(c, 36)).toCharArray()) {
                int sum = (product + digit - '0') % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
        }
        return (11 - product) % 10;
    }

    @Override
    public String toString() {
        return text;
    }
}
