package kiosk.drivers.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdtFrameTest {
    @ParameterizedTest
    @CsvSource({"10FF, EC", "11FF, ED", "12FF, EE", "2001, 22", "2002, 21", "3001, 32", "3003, 30", "3005, 36"})
    void aRequestIsTheKnownFrame(String command, String check) {
        assertThat(SdtFrame.request(HexFormat.fromHexDigits(command)))
                .isEqualTo(HexFormat.of().parseHex("AAAAAA96690003" + command + check));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAA9669000400009094",
                "AAAAAA966900080000" + "9F0000000097",
                "AAAAAA9669000400008084",
                "AAAAAA9669000C000090" + "00000000000000009C",
                "AAAAAA9669000400008185",
                "AAAAAA9669000400004145",
                "AAAAAA9669000400009195",
                "AAAAAA9669000400001014",
                "AAAAAA9669000400003135",
                "AAAAAA9669000400006064",
                "AAAAAA9669000400006662",
                "AAAAAA96690014000090" + "050001000FB1340187D6120079384E0542"
            })
    void aKnownAnswerIsSoundAndOneFlippedBitIsNot(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(decoded(bytes).isSound()).isTrue();
        for (int bit = 7 * 8; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(decoded(flipped).isSound()).isFalse();
        }
    }

    @Test
    void theAnswerSaysItsStatusAndCarriesItsData() {
        SdtAnswer answer = decoded(HexFormat.of().parseHex("AAAAAA966900080000" + "9F0000000097"))
                .answer();
        assertThat(answer.isFound()).isTrue();
        assertThat(answer.data()).isEqualTo(new byte[4]);
        assertThat(answer).hasToString("SdtAnswer[00009f, 4 bytes]");
    }

    @ParameterizedTest
    @CsvSource({"00, 1", "AA, 1", "AAAA, 2", "AAAAAA, 3", "AAAAAA96, 4", "AAAAAA9600, 5", "69AAAA9669, 5"})
    void whatStandsBeforeThePreambleIsSkipped(String noise, int skipped) {
        SdtFrame frame = decoded(HexFormat.of().parseHex(noise + "AAAAAA9669000400009094"));
        assertThat(frame.isSound()).isTrue();
        assertThat(frame.skipped()).isEqualTo(skipped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0003", "090B", "8000", "FFFF"})
    void anImpossibleLengthIsMalformedBeforeAnythingIsKept(String length) {
        SdtFrame frame = decoded(HexFormat.of().parseHex("AAAAAA9669" + length));
        assertThat(frame.isMalformed()).isTrue();
        assertThat(frame.isWhole()).isFalse();
        assertThat(frame.wanted()).isZero();
    }

    @Test
    void theLongestAnswerIsTaken() {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex("AAAAAA9669090A000090"), 2321);
        bytes[2320] = (byte) (0x09 ^ 0x0A ^ 0x90);
        assertThat(decoded(bytes).isSound()).isTrue();
        assertThat(decoded(bytes).answer().data()).hasSize(2310);
    }

    @Test
    void noiseNeverMakesAFrameLargerThanTheLongestNorBreaksIt() {
        Random random = new Random(450);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[64];
            for (int at = 0; at < noise.length; at++) {
                noise[at] = (byte) (random.nextBoolean() ? 0xAA : "\u0096i\u0000\u0004".charAt(random.nextInt(4)));
            }
            SdtFrame frame = decoded(noise);
            assertThat(frame.wanted()).isLessThanOrEqualTo(2321);
            assertThat(frame.hasBegun() || frame.skipped() == noise.length).isTrue();
        }
    }

    /** Gives the bytes in pieces of one to three, as a slow line would. */
    private static SdtFrame decoded(byte[] bytes) {
        SdtFrame frame = new SdtFrame();
        int at = 0;
        while (at < bytes.length && frame.wanted() > 0 && !frame.isMalformed()) {
            int count = Math.min(Math.min(1 + at % 3, frame.wanted()), bytes.length - at);
            frame.add(Arrays.copyOfRange(bytes, at, at + count), count);
            at += count;
        }
        return frame;
    }
}
