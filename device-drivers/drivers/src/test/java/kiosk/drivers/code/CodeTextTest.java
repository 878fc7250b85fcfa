package kiosk.drivers.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final CodeText either = new CodeText(List.of(StandardCharsets.UTF_8, GB18030));
    private final CodeText national = new CodeText(List.of(GB18030));

    @Test
    void whatIsUtf8IsReadAsThatAndElseAsTheNationalStandard() {
        assertThat(either.of("张𠂇".getBytes(StandardCharsets.UTF_8))).contains("张𠂇");
        assertThat(either.of("张𠂇".getBytes(GB18030))).contains("张𠂇");
        assertThat(national.of("张𠂇".getBytes(GB18030))).contains("张𠂇");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]Q0", "]Q1", "]Q3", "]C0", "]C1", "]d1", "]d2", "]E0", "]L0", "]X0"})
    void aKnownSymbologyIdentifierIsTakenOff(String identifier) {
        assertThat(either.of((identifier + "12").getBytes(StandardCharsets.UTF_8)))
                .contains("12");
        assertThat(either.of(identifier.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"]Z912", "]Q", "]", "Q112", "[1,2]Q1"})
    void whatOnlyLooksLikeOneStays(String text) {
        assertThat(either.of(text.getBytes(StandardCharsets.UTF_8))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFF", "61FF", "00", "6100", "611B", "617F", "C0", "2020", "", "81", "8130"})
    void whatIsNoTextIsUnusable(String hex) {
        assertThat(either.of(HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void theSeparatorsOfGs1AreText() {
        assertThat(either.of("]d20109501\u001D10".getBytes(StandardCharsets.UTF_8)))
                .contains("0109501\u001D10");
    }
}
