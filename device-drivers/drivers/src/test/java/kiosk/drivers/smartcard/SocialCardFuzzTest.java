package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import kiosk.device.card.CardAuthenticator;
import kiosk.drivers.fuzz.ShortDose;
import kiosk.identity.CitizenId;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a card answers: each answer is its length in two bytes, then so many bytes. */
class SocialCardFuzzTest {
    private static final int MOST_COMMANDS = 20 * 9;
    static final SocialCard ZHANG = new SocialCard(
            "110000D156000005AA55AA55AA55AA55",
            "A12345678",
            "2.00",
            "张测试",
            new CitizenId("110101199003078881"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2020, 1, 1)),
            Optional.of(LocalDate.of(2030, 1, 1)));

    static Stream<byte[]> wellFormed() throws Exception {
        ScriptedChip chip = ScriptedChip.of(ZHANG);
        chip(chip).read();
        return Stream.of(chip.said());
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverACardAnswersIsAHolderOrATrouble(byte[] came) throws Exception {
        ScriptedChip chip = ScriptedChip.saying(ByteBuffer.wrap(came));
        Optional<SocialCard> card = read(chip);
        assertThat(chip.commands()).isLessThanOrEqualTo(MOST_COMMANDS);
        if (card.isPresent() && ScriptedChip.canHold(card.get())) {
            assertThat(read(ScriptedChip.of(card.get()))).isEqualTo(card);
        }
    }

    private static SocialCardChip chip(ScriptedChip chip) {
        return new SocialCardChip(new ScriptedCard(chip), Optional.of(new Agreeing()));
    }

    /** An authenticator that holds every key. */
    private static final class Agreeing implements CardAuthenticator {
        @Override
        public Outcome answer(Question question, Duration patience) {
            return new Answered("0".repeat(16), "0".repeat(32));
        }

        @Override
        public void close() {}
    }

    private static Optional<SocialCard> read(ScriptedChip chip) throws InterruptedException {
        try {
            return Optional.of(chip(chip).read().card());
        } catch (CardRefused refused) {
            assertThat(refused.trouble()).isNotNull();
            return Optional.empty();
        } catch (CardException gone) {
            assertThat(PcscFailure.of(gone).meaning()).isEqualTo(PcscFailure.Meaning.CARD_GONE);
            return Optional.empty();
        }
    }

    @Test
    void damagedAnswersAreAHolderOrATrouble() throws Exception {
        ShortDose.of(SocialCardFuzzTest.class, "whateverACardAnswersIsAHolderOrATrouble", wellFormed())
                .feed(this::whateverACardAnswersIsAHolderOrATrouble);
    }
}
