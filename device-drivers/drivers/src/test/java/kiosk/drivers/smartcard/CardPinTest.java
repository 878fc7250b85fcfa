package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import kiosk.contracts.SocialCardPinBench;
import kiosk.contracts.SocialCardPinContract;
import kiosk.device.card.PinOutcome;
import kiosk.drivers.peers.Patient;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.EmulatedCard;
import kiosk.emulators.smartcard.PinHabit;
import kiosk.emulators.smartcard.VirtualPcsc;
import kiosk.identity.CitizenId;
import kiosk.identity.Pin;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.Test;

class CardPinTest extends SocialCardPinContract {
    private static final SocialCard LI = new SocialCard(
            "411600D156000005C38275EEFC9B9648",
            "000000194",
            "3.00",
            "李四",
            new CitizenId("11010519491231002X"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2021, 12, 3)),
            Optional.empty());
    private static final EmulatedCard CARD =
            EmulatedCard.with(CardContent.of(LI)).pin("123456");

    private final EmulatedSocialCardBench here = new EmulatedSocialCardBench();

    @Override
    protected SocialCardPinBench pinBench() {
        return here;
    }

    private PinOutcome change(String old, String fresh, Duration patience) throws InterruptedException {
        return here.reader().changePin(LI.cardId(), new Pin(old.toCharArray()), new Pin(fresh.toCharArray()), patience);
    }

    @Test
    void aCardThatKeepsItsCountToItselfIsAskedAllTheSame() throws Exception {
        here.insert(CARD.habit(PinHabit.KEEPS_COUNT_TO_ITSELF));

        assertThat(here.reader().pinTries(LI.cardId(), Duration.ofSeconds(2)))
                .isEqualTo(new PinOutcome.Ready(OptionalInt.empty()));
        assertThat(change("000000", "908172", Duration.ofSeconds(2)))
                .isEqualTo(new PinOutcome.WrongPin(OptionalInt.of(2)));
    }

    @Test
    void aCardThatCannotChangeItsPinSaysSoAndLosesNoTry() throws Exception {
        here.insert(CARD.habit(PinHabit.CANNOT_CHANGE));

        assertThat(change("123456", "908172", Duration.ofSeconds(2))).isEqualTo(new PinOutcome.NotSupported());
        assertThat(here.reader().pinTries(LI.cardId(), Duration.ofSeconds(2)))
                .isEqualTo(new PinOutcome.Ready(OptionalInt.of(3)));
    }

    @Test
    void whatWasGivenUpIsNotChangedLater() throws Exception {
        EmulatedCard card = CARD.habit(PinHabit.USUAL);
        here.insert(card);
        PcscSource source = new PcscSource(new VirtualPcsc().configure(here.emulator.address()));
        PcscReader reader = new PcscReader(source, "");
        Card connected = reader.find().orElseThrow().connect("*");
        CardPin pin = new CardPin(LI.cardId());

        assertThat(pin.giveUp()).as("nothing was sent yet").isFalse();
        assertThatThrownBy(() -> pin.change(connected, pin("000000"), pin("908172")))
                .isInstanceOf(CardException.class)
                .hasMessageNotContaining("0000");
        assertThat(card.pinTriesLeft()).isEqualTo(3);
        reader.drop();
    }

    @Test
    void anotherCardMetAfterTheChangeWasSentDoesNotHideThatItWasSent() throws Exception {
        EmulatedCard card = EmulatedCard.with(CardContent.of(LI)).pin("123456");
        here.insert(card);
        here.reader().pinTries(LI.cardId(), Duration.ofSeconds(2));
        here.emulator.think(Duration.ofMillis(100));
        CompletableFuture<PinOutcome> changed = CompletableFuture.supplyAsync(() -> {
            try {
                return change("123456", "908172", Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Patient.until(Duration.ofSeconds(5), () -> card.opensWith("908172"), "the change to reach the card");
        here.stopService();
        here.insertCardOfAnotherKind();
        here.startService();

        assertThat(changed.get(5, TimeUnit.SECONDS)).isEqualTo(new PinOutcome.Uncertain());
    }

    private static Pin pin(String digits) {
        return new Pin(digits.toCharArray());
    }
}
