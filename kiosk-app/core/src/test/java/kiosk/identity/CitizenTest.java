package kiosk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import kiosk.twin.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitizenTest {
    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "欧阳测试, 欧***",
        "张, 张*",
        "𬱖𠅤测, 𬱖**",
        "'', *",
        "MARIA SAMPLE, M***********",
    })
    void aMaskedNameShowsItsFirstCharacterAlone(String name, String masked) {
        assertThat(called(name, People.ZHANG).maskedName()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "110101199003078881, 110***********8881",
        "CHN123456789012, CHN********9012",
        "1234567, *******",
        "12345678, 123*5678",
    })
    void aMaskedNumberHidesItsMiddle(String number, String masked) {
        assertThat(called("张三", number).maskedNumber()).isEqualTo(masked);
    }

    @Test
    void aCardIsInForceOnItsLastDayAndForEverWithoutOne() {
        IdCard card = People.zhangsCard();
        assertThat(card.expiredOn(People.EXPIRES)).isFalse();
        assertThat(card.expiredOn(People.EXPIRES.plusDays(1))).isTrue();
        IdCard forEver = new IdCard(
                card.layout(),
                card.name(),
                card.latinName(),
                card.sex(),
                card.ethnicGroup(),
                card.birthDate(),
                card.address(),
                card.number(),
                card.issuer(),
                card.validFrom(),
                Optional.empty());
        assertThat(forEver.expiredOn(LocalDate.MAX)).isFalse();
    }

    @Test
    void sexIsCodedAsTheStandardSaysAndUnknownForAnythingElse() {
        for (Sex sex : Sex.values()) {
            assertThat(Sex.ofCode(sex.code())).isEqualTo(sex);
        }
        assertThat(Sex.ofCode('7')).isEqualTo(Sex.UNKNOWN);
    }

    private static Citizen called(String name, String number) {
        return new Citizen(name, number, People.zhangsEvidence(), Citizen.Assurance.CHIP_ALONE, Optional.empty());
    }
}
