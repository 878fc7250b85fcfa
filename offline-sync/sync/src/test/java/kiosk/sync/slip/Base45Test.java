package kiosk.sync.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
    /** The examples of RFC 9285, sections 4.3 and 4.4. */
    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    void theExamplesOfTheStandardHold(String plain, String coded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base45.encode(bytes)).isEqualTo(coded);
        assertThat(Base45.decode(coded)).hasValueSatisfying(it -> assertThat(it).isEqualTo(bytes));
    }

    /** GGW is 65536, :: is 2024, a single character is nothing, and the rest is not of the alphabet. */
    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "::", "A", "BB8A", "ab8", "BB\u00e9", "BB8\n0", "办办办"})
    void whatIsNoBase45IsRefused(String text) {
        assertThat(Base45.decode(text)).isEmpty();
    }

    @Test
    void everyLengthComesBack() {
        Random random = new Random(45);
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base45.decode(Base45.encode(bytes)))
                    .hasValueSatisfying(it -> assertThat(it).isEqualTo(bytes));
        }
    }
}
