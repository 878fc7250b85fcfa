package kiosk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "110101199003078881",
                "810000199001010019",
                "830000199001010012",
                "911840199001010018"
            })
    void numbersWithTheirCheckCharacterAreTaken(String number) {
        assertThat(CitizenId.parse(number)).contains(new CitizenId(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "110101199003078881", "911840199001010018"})
    void everyWrongDigitAnywhereIsRefused(String number) {
        for (int at = 0; at < number.length(); at++) {
            for (char wrong : "0123456789X".toCharArray()) {
                if (wrong != number.charAt(at)) {
                    String corrupt = number.substring(0, at) + wrong + number.substring(at + 1);
                    assertThat(CitizenId.parse(corrupt)).as("position %d", at).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "110101199003078881"})
    void neighboursThatChangedPlacesAreRefused(String number) {
        for (int at = 0; at + 1 < number.length(); at++) {
            if (number.charAt(at) != number.charAt(at + 1)) {
                String swapped =
                        number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
                assertThat(CitizenId.parse(swapped)).as("position %d", at).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "1101011990030788",
                "110101900307888",
                "1101011990030788811",
                "11010119900307888１",
                "010101199003078881",
                "110101199002300019",
                "110101199013010011",
                "110101000003070016",
                "1101012990030788X1"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(CitizenId.parse(text)).isEmpty();
    }

    @Test
    void aBirthDateThatDoesNotExistIsRefusedThoughItsCheckCharacterIsRight() {
        assertThat(withCheck("11010119900230001"))
                .matches(it -> CitizenId.parse(it).isEmpty());
        assertThat(withCheck("11010119001301001"))
                .matches(it -> CitizenId.parse(it).isEmpty());
        assertThat(withCheck("11010117990101001"))
                .matches(it -> CitizenId.parse(it).isEmpty());
        assertThat(withCheck("11010120000229001"))
                .matches(it -> CitizenId.parse(it).isPresent());
    }

    @Test
    void aSmallXAndSpacesAroundAreTaken() {
        assertThat(CitizenId.parse(" 11010519491231002x ")).contains(new CitizenId("11010519491231002X"));
    }

    @Test
    void aMessageNeverCarriesTheNumber() {
        assertThatThrownBy(() -> new CitizenId("110101199003078882"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("1990", "8882");
    }

    @Test
    void birthDateAndSexAreReadFromTheNumber() {
        CitizenId zhang = new CitizenId("11010519491231002X");
        assertThat(zhang.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(zhang.sex()).isEqualTo(Sex.FEMALE);
        assertThat(new CitizenId(withCheck("11010119900307001")).sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void theMaskHidesBirthDateAndAddress() {
        assertThat(new CitizenId("110101199003078881").masked()).isEqualTo("110***********8881");
        assertThat(new CitizenId("110101199003078881")).hasToString("110***********8881");
    }

    private static String withCheck(String body) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
