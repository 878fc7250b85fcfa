package kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionNumberTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void terminalDayAndCounterCanBeReadOut() {
        assertThat(SubmissionNumber.of("K001", DAY, 7).text()).matches("K001-261122-0007-[0-9]");
        assertThat(SubmissionNumber.of("GZ000123", DAY, 123_456).text()).matches("GZ000123-261122-123456-[0-9]");
    }

    @Test
    void theCheckDigitIsThatOfIso7064() {
        assertThat(new SubmissionNumber("079-000000-0000-" + mod11And10("079" + "000000" + "0000")))
                .hasToString("079-000000-0000-" + mod11And10("0790000000000"));
        assertThat(mod11And10("0794")).isEqualTo(5);
        Random random = new Random(7064);
        for (int i = 0; i < 500; i++) {
            String terminal = "%03d".formatted(random.nextInt(1000));
            int counter = random.nextInt(10_000);
            String digits = terminal + "261122" + "%04d".formatted(counter);
            assertThat(SubmissionNumber.of(terminal, DAY, counter).text()).endsWith("-" + mod11And10(digits));
        }
    }

    /** The pure system MOD 11,10 as the standard describes it, written down a second time. */
    private static int mod11And10(String digits) {
        int p = 10;
        for (int i = 0; i < digits.length(); i++) {
            p += digits.charAt(i) - '0';
            p = p % 10 == 0 ? 10 : p % 10;
            p = p * 2 % 11;
        }
        return (11 - p) % 10;
    }

    @Test
    void everySingleWrongDigitIsCaught() {
        for (int counter = 1; counter < 300; counter += 13) {
            String number = SubmissionNumber.of("K001", DAY, counter).text();
            for (int at = 1; at < number.length(); at++) {
                for (char wrong = '0'; wrong <= '9'; wrong++) {
                    if (number.charAt(at) != '-' && number.charAt(at) != wrong) {
                        String corrupt = number.substring(0, at) + wrong + number.substring(at + 1);
                        assertThat(SubmissionNumber.parse(corrupt)).as(corrupt).isEmpty();
                    }
                }
            }
        }
    }

    /** MOD 11,10 lets few exchanges of neighbours pass: fewer than one in forty; all others are caught. */
    @Test
    void neighboursThatChangedPlacesAreCaughtWhereTheStandardCatchesThem() {
        int swaps = 0;
        int missed = 0;
        for (int counter = 1; counter <= 9_999; counter++) {
            String number = SubmissionNumber.of("K001", DAY, counter).text();
            for (int at = 12; at < 15; at++) {
                if (number.charAt(at) != number.charAt(at + 1)) {
                    swaps++;
                    missed += SubmissionNumber.parse(swapped(number, at)).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(missed).isLessThan(swaps / 40);
    }

    private static String swapped(String text, int at) {
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    @Test
    void aCounterIsWrittenInLatinDigitsWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(SubmissionNumber.of("K001", DAY, 7).text()).startsWith("K001-261122-0007-");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "K001", "K001-261122-0007", "k001-261122-0007-1", "K0-261122-0007-1", "K001-2611-0007-1"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(SubmissionNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new SubmissionNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTerminalOrCounterThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> SubmissionNumber.of("K-1", DAY, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SubmissionNumber.of("K001", DAY, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SubmissionNumber.of("K001", DAY, 1_000_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spacesAroundAreDropped() {
        SubmissionNumber number = SubmissionNumber.of("K001", DAY, 7);
        assertThat(SubmissionNumber.parse(" " + number.text() + "\n")).contains(number);
    }
}
