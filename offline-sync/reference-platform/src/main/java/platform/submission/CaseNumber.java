package platform.submission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The platform's official number: department letter, day, nine digits of sequence, Luhn check digit. */
final class CaseNumber {
    private static final Map<String, String> LETTERS =
            Map.of("public-security", "P", "tax", "T", "social-security", "S", "medical-insurance", "M");

    private CaseNumber() {}

    static String of(String department, LocalDate day, long sequence) {
        String digits = day.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%09d", sequence);
        return LETTERS.get(department) + digits + checkDigit(digits);
    }

    /** ISO/IEC 7812-1, annex B. */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
