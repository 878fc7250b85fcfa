package kiosk.drivers.idcard;

import static kiosk.contracts.FictionalCards.LIN;
import static kiosk.contracts.FictionalCards.RARE;
import static kiosk.contracts.FictionalCards.SMITH;
import static kiosk.contracts.FictionalCards.TREMBLAY;
import static kiosk.contracts.FictionalCards.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import kiosk.contracts.FictionalCards;
import kiosk.emulators.idcard.CardImage;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdCardTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    static Iterable<IdCard> cards() {
        return FictionalCards.all();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void everyFieldOfEachLayoutComesBack(IdCard card) throws DamagedCard {
        assertThat(IdCardText.parse(CardImage.of(card).text(), Optional.empty(), TODAY))
                .isEqualTo(card);
    }

    @Test
    void theKnownBytesAreTheKnownPerson() throws DamagedCard {
        byte[] head = HexFormat.of()
                .parseHex("205F4B6DD58B2000200020002000200020002000200020002000200020003100" + "30003100"
                        + "31003900390030003000330030003700" + "1753AC4E025E1C4ECE573A534B6DD58B57885390"
                        + "3100F75362963200F7537C693300300033" + "00A45B");
        IdCard card = parsed(CardImage.of(ZHANG).withText(0, head));
        assertThat(card.name()).isEqualTo("张测试");
        assertThat(card.sex()).isEqualTo(Sex.MALE);
        assertThat(card.ethnicGroup()).isEqualTo("01");
        assertThat(card.birthDate()).isEqualTo(LocalDate.of(1990, 3, 7));
        assertThat(card.address()).isEqualTo("北京市东城区测试街道1号院2号楼303室");
    }

    @Test
    void aNewerAddressTakesThePlaceOfTheOldAndABlankOneDoesNot() throws DamagedCard {
        byte[] text = CardImage.of(LIN).text();
        byte[] blank = " ".repeat(35).getBytes(StandardCharsets.UTF_16LE);
        byte[] newer = "上海市浦东新区𠂇路88号".concat(" ".repeat(22)).getBytes(StandardCharsets.UTF_16LE);
        assertThat(IdCardText.parse(text, Optional.of(blank), TODAY)).isEqualTo(LIN);
        assertThat(IdCardText.parse(text, Optional.of(newer), TODAY).address()).isEqualTo("上海市浦东新区𠂇路88号");
        assertThat(IdCardText.hasAddress(text)).isTrue();
        assertThat(IdCardText.hasAddress(CardImage.of(TREMBLAY).text())).isFalse();
    }

    @Test
    void aNameThatFillsItsFieldWithRareCharactersIsWhole() throws DamagedCard {
        CardImage full = CardImage.of(RARE).withText(0, utf16("𠅤".repeat(7) + "中"));
        assertThat(parsed(full).name()).isEqualTo("𠅤".repeat(7) + "中");
    }

    @Test
    void theLatinNameMayBeCutInTheMiddleOfACharacter() throws DamagedCard {
        byte[] pair = utf16("𠅤");
        CardImage cut =
                CardImage.of(TREMBLAY).withText(52 + 68, pair[0], pair[1]).withText(220, pair[2], pair[3]);
        assertThat(parsed(cut).latinName()).contains("𠅤");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40D8", "87DC", "87DC40D8", "0000205F", "0A00", "2E20", "FFFE"})
    void halfAPairOrAControlCharacterInANameIsDamage(String name) {
        assertDamaged(CardImage.of(ZHANG).withText(0, HexFormat.of().parseHex(name)));
    }

    @Test
    void aPairCutByTheEndOfItsFieldIsDamage() {
        assertDamaged(CardImage.of(ZHANG).withText(28, (byte) 0x40, (byte) 0xD8));
    }

    @ParameterizedTest
    @CsvSource({
        "36, 20260505",
        "36, 19900230",
        "36, 19901301",
        "36, 00000000",
        "36, 1990030X",
        "36, '        '",
        "122, 110101199003078882",
        "122, 11010119900307888x",
        "122, 210101199003078881",
        "122, '                  '",
        "188, 20201301",
        "204, 长久      ",
        "204, 20191231",
        "204, '        '",
        "32, A1",
        "0, '               '"
    })
    void aFieldThatCannotBeIsDamage(int offset, String text) {
        assertDamaged(CardImage.of(ZHANG).withText(offset, utf16(text)));
    }

    @Test
    void birthOnThisVeryDayIsNoDamage() throws DamagedCard {
        CardImage today = CardImage.of(ZHANG).withText(36, utf16("20260504"));
        assertThat(parsed(today).birthDate()).isEqualTo(TODAY);
    }

    @Test
    void numbersBelongToTheirLayouts() {
        assertDamaged(CardImage.of(LIN).withText(122, utf16("110101199003078881")));
        assertDamaged(CardImage.of(TREMBLAY).withText(122, utf16("110101199003078881")));
        assertDamaged(CardImage.of(SMITH).withText(122, utf16("usa110081080310")));
        assertDamaged(CardImage.of(SMITH).withText(0, utf16(" ".repeat(60))));
    }

    @Test
    void anyNoiseIsACardOrDamageAndNothingElse() {
        Random random = new Random(490);
        for (int i = 0; i < 5000; i++) {
            byte[] text = CardImage.of(FictionalCards.all().get(i % 5)).text();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(IdCardText.parse(text, Optional.empty(), TODAY).name())
                        .isNotBlank();
            } catch (DamagedCard damaged) {
                assertThat(damaged).hasMessage("damaged card text");
            }
        }
    }

    private static void assertDamaged(CardImage card) {
        assertThatExceptionOfType(DamagedCard.class).isThrownBy(() -> parsed(card));
    }

    private static IdCard parsed(CardImage card) throws DamagedCard {
        return IdCardText.parse(card.text(), Optional.empty(), TODAY);
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
