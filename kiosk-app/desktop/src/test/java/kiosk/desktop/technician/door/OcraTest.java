package kiosk.desktop.technician.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kiosk.desktop.technician.door.Ocra.Input;
import org.junit.jupiter.api.Test;

/** The test values of RFC 6287, appendix C. */
class OcraTest {
    private static final byte[] KEY_20 = key(20);
    private static final byte[] KEY_32 = key(32);
    private static final byte[] KEY_64 = key(64);

    private static byte[] key(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static String repeated(int digit) {
        return String.valueOf(digit).repeat(8);
    }

    private static Optional<byte[]> pin() throws Exception {
        return Optional.of(MessageDigest.getInstance("SHA-1").digest("1234".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aChallengeAloneIsAnsweredAsTheStandardSays() {
        List<String> answers = List.of(
                "237653", "243178", "653583", "740991", "608993", "388898", "816933", "224598", "750600", "294470");
        Ocra ocra = new Ocra("OCRA-1:HOTP-SHA1-6:QN08");
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ocra.answer(KEY_20, repeated(i))).isEqualTo(answers.get(i));
        }
    }

    @Test
    void aCounterAndAHashedPinGoIntoTheAnswer() throws Exception {
        List<String> answers = List.of(
                "65347737",
                "86775851",
                "78192410",
                "71565254",
                "10104329",
                "65983500",
                "70069104",
                "91771096",
                "75011558",
                "08522129");
        Ocra ocra = new Ocra("OCRA-1:HOTP-SHA256-8:C-QN08-PSHA1");
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ocra.answer(KEY_32, new Input(OptionalLong.of(i), "12345678", pin())))
                    .isEqualTo(answers.get(i));
        }
    }

    @Test
    void aChallengeAndAHashedPinAreAnswered() throws Exception {
        List<String> answers = List.of("83238735", "01501458", "17957585", "86776967", "86807031");
        Ocra ocra = new Ocra("OCRA-1:HOTP-SHA256-8:QN08-PSHA1");
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ocra.answer(KEY_32, new Input(OptionalLong.empty(), repeated(i), pin())))
                    .isEqualTo(answers.get(i));
        }
    }

    @Test
    void aLongHashIsTruncatedAsTheStandardSays() {
        List<String> answers = List.of(
                "07016083",
                "63947962",
                "70123924",
                "25341727",
                "33203315",
                "34205738",
                "44343969",
                "51946085",
                "20403879",
                "31409299");
        Ocra ocra = new Ocra("OCRA-1:HOTP-SHA512-8:C-QN08");
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ocra.answer(KEY_64, new Input(OptionalLong.of(i), repeated(i), Optional.empty())))
                    .isEqualTo(answers.get(i));
        }
    }

    @Test
    void theDoorAsksForEightDigitsAndAnotherKeyAnswersOtherwise() {
        assertThat(Ocra.DOOR.answer(KEY_32, "12345678")).isEqualTo("70885282");
        assertThat(Ocra.DOOR.answer(KEY_32, "12345678")).isNotEqualTo(Ocra.DOOR.answer(KEY_64, "12345678"));
    }

    @Test
    void aSuiteThatIsNotUnderstoodIsRefused() {
        for (String suite : List.of("OCRA-1:HOTP-SHA256-8:QN08-T1M", "OCRA-1:HOTP-MD5-8:QN08", "OCRA-2:x", "")) {
            assertThatThrownBy(() -> new Ocra(suite)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
