package kiosk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialCreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110000600037341L",
                "9111000071093123XX",
                "11100000000013338W",
                "11650000010183859F"
            })
    void codesWithTheirCheckCharacterAreTakenAndEveryWrongCharacterIsRefused(String code) {
        assertThat(SocialCreditCode.parse(code)).contains(new SocialCreditCode(code));
        for (int at = 0; at < code.length(); at++) {
            for (String wrong : ALPHABET.split("")) {
                if (!code.startsWith(wrong, at)) {
                    String corrupt = code.substring(0, at) + wrong + code.substring(at + 1);
                    assertThat(SocialCreditCode.parse(corrupt)).as(corrupt).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "911100006000373410",
                "91110000600037341",
                "91110000600037341LL",
                "9I110000600037341L",
                "9111000060003734一L"
            })
    void whatIsNoCodeIsRefused(String text) {
        assertThat(SocialCreditCode.parse(text)).isEmpty();
    }

    @Test
    void smallLettersAndSpacesAroundAreTaken() {
        assertThat(SocialCreditCode.parse(" 91350100m000100y43\n"))
                .contains(new SocialCreditCode("91350100M000100Y43"));
    }

    @Test
    void aWrongCodeIsABugOfTheCaller() {
        assertThatThrownBy(() -> new SocialCreditCode("911100006000373410"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("9111");
    }
}
