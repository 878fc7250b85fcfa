package kiosk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    private static Pin pin(String digits) {
        return new Pin(digits.toCharArray());
    }

    @ParameterizedTest
    @CsvSource({"123456, 123456", "12345, 12345f", "0000, 0000", "1234567890123456, 1234567890123456"})
    void twoDigitsMakeAByte(String digits, String packed) {
        assertThat(HexFormat.of().formatHex(pin(digits).packed())).isEqualTo(packed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345678901234567", "12345a", "１２３４５６", "1234 5"})
    void whatIsNoPinIsRefusedWithoutBeingNamed(String digits) {
        assertThatThrownBy(() -> pin(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a PIN has 4 to 16 digits");
    }

    @Test
    void aPinIsCopiedWhenItIsMadeAndGoneWhenItIsWiped() {
        char[] typed = {'1', '2', '3', '4'};
        Pin pin = new Pin(typed);
        typed[0] = '9';
        assertThat(pin.sameAs(pin("1234"))).isTrue();
        assertThat(pin.sameAs(pin("1235"))).isFalse();
        assertThat(pin.wiped()).isFalse();

        pin.wipe();
        assertThat(pin.wiped()).isTrue();
        assertThat(pin.sameAs(pin("1234"))).isFalse();
    }

    @Test
    void noTextHoldsThePin() {
        assertThat(pin("908172")).hasToString("Pin");
    }

    @Test
    void whatAnybodyWouldGuessIsSimple() {
        for (String simple : new String[] {"000000", "123456", "987654", "0123"}) {
            assertThat(pin(simple).isSimple()).as(simple).isTrue();
        }
        for (String usual : new String[] {"908172", "112233", "135790", "123457"}) {
            assertThat(pin(usual).isSimple()).as(usual).isFalse();
        }
        assertThat(pin("12345").length()).isEqualTo(5);
    }
}
