package kiosk.drivers.idcard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.contracts.FictionalCards;
import kiosk.drivers.fuzz.ShortDose;
import kiosk.emulators.idcard.CardImage;
import kiosk.identity.IdCard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the text of a card: 256 bytes, and the newer address behind them. */
class IdCardTextFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final int NEWER_ADDRESS_ENDS = IdCardText.SIZE + IdCardText.NEW_ADDRESS_SIZE;

    static Stream<byte[]> wellFormed() {
        byte[] moved = Arrays.copyOf(CardImage.of(FictionalCards.ZHANG).text(), NEWER_ADDRESS_ENDS);
        Arrays.fill(moved, IdCardText.SIZE, NEWER_ADDRESS_ENDS, (byte) 0x4E);
        return Stream.concat(FictionalCards.all().stream().map(CardImage::of).map(CardImage::text), Stream.of(moved));
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverStandsThereIsACardThatCanBeWrittenAgainOrDamage(byte[] came) {
        byte[] text = Arrays.copyOf(came, IdCardText.SIZE);
        Optional<byte[]> address = came.length < NEWER_ADDRESS_ENDS || !IdCardText.hasAddress(text)
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(came, IdCardText.SIZE, NEWER_ADDRESS_ENDS));
        Optional<IdCard> card = read(text, address);
        assertThat(card.flatMap(known -> read(CardImage.of(known).text(), Optional.empty())))
                .isEqualTo(card);
        card.ifPresent(IdCardTextFuzzTest::isSomebody);
    }

    private static Optional<IdCard> read(byte[] text, Optional<byte[]> address) {
        try {
            return Optional.of(IdCardText.parse(text, address, TODAY));
        } catch (DamagedCard damaged) {
            return Optional.empty();
        }
    }

    private static void isSomebody(IdCard card) {
        assertThat(card.name()).isNotBlank();
        assertThat(card.birthDate()).isBeforeOrEqualTo(TODAY);
        assertThat((card.name() + card.latinName() + card.address() + card.issuer() + card.number())
                        .codePoints()
                        .noneMatch(Character::isISOControl))
                .isTrue();
    }

    @Test
    void damagedTextsAreCardsThatCanBeWrittenAgainOrDamage() throws Exception {
        ShortDose.of(IdCardTextFuzzTest.class, "whateverStandsThereIsACardThatCanBeWrittenAgainOrDamage", wellFormed())
                .feed(this::whateverStandsThereIsACardThatCanBeWrittenAgainOrDamage);
    }
}
