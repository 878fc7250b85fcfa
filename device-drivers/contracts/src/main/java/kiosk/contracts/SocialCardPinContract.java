package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.device.SocialCardReader;
import kiosk.device.card.PinOutcome;
import kiosk.device.card.PinOutcome.Blocked;
import kiosk.device.card.PinOutcome.Broken;
import kiosk.device.card.PinOutcome.Changed;
import kiosk.device.card.PinOutcome.NoCard;
import kiosk.device.card.PinOutcome.NotSupported;
import kiosk.device.card.PinOutcome.OtherCard;
import kiosk.device.card.PinOutcome.Ready;
import kiosk.device.card.PinOutcome.Uncertain;
import kiosk.device.card.PinOutcome.WrongPin;
import kiosk.identity.CitizenId;
import kiosk.identity.Pin;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of social-security cards must do about a card's PIN, at whatever far end. */
public abstract class SocialCardPinContract {
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final SocialCard LI = new SocialCard(
            "110100D15600000500BF7C7A48FB4967",
            "X00000020",
            "2.00",
            "李四",
            new CitizenId("11010519491231002X"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2020, 10, 1)),
            Optional.empty());

    private SocialCardPinBench bench;
    private SocialCardReader reader;

    /** A bench with a reader that is plugged in and empty, and a service that runs. */
    protected abstract SocialCardPinBench pinBench();

    @BeforeEach
    final void setUpPins() {
        bench = pinBench();
        reader = bench.reader();
    }

    @AfterEach
    final void tearDownPins() {
        reader.close();
        bench.close();
    }

    private static Pin pin(String digits) {
        return new Pin(digits.toCharArray());
    }

    private PinOutcome change(String old, String fresh) throws InterruptedException {
        return reader.changePin(LI.cardId(), pin(old), pin(fresh), SOON);
    }

    private PinOutcome tries() throws InterruptedException {
        return reader.pinTries(LI.cardId(), SOON);
    }

    private static PinOutcome ready(int tries) {
        return new Ready(OptionalInt.of(tries));
    }

    private static PinOutcome wrong(int tries) {
        return new WrongPin(OptionalInt.of(tries));
    }

    @Test
    void theNewPinHoldsAndTheOldOneNoLonger() throws Exception {
        bench.insert(LI, "123456");

        assertThat(change("123456", "908172")).isEqualTo(new Changed());
        assertThat(bench.opensWith("908172")).isTrue();
        assertThat(change("123456", "111222")).isEqualTo(wrong(2));
        assertThat(change("908172", "12345")).as("of odd length").isEqualTo(new Changed());
        assertThat(bench.opensWith("12345")).isTrue();
    }

    @Test
    void askingForTheTriesCostsNone() throws Exception {
        bench.insert(LI, "123456");
        for (int i = 0; i < 5; i++) {
            assertThat(tries()).isEqualTo(ready(3));
        }
    }

    @Test
    void theLastTryIsToldAndStillCounts() throws Exception {
        bench.insert(LI, "123456");
        assertThat(change("000000", "908172")).isEqualTo(wrong(2));
        assertThat(change("000000", "908172")).isEqualTo(wrong(1));
        assertThat(tries()).isEqualTo(ready(1));

        assertThat(change("123456", "908172")).isEqualTo(new Changed());
        assertThat(tries()).as("the right one gives all tries back").isEqualTo(ready(3));
    }

    @Test
    void theTriesLeftOutliveTheCardsPower() throws Exception {
        bench.insert(LI, "123456");
        assertThat(change("000000", "908172")).isEqualTo(wrong(2));
        bench.remove();
        bench.putBack();

        assertThat(tries()).isEqualTo(ready(2));
    }

    @Test
    void aBlockedCardStaysBlockedEvenForTheRightPin() throws Exception {
        bench.insert(LI, "123456");
        change("000000", "908172");
        change("000000", "908172");
        assertThat(change("000000", "908172")).isEqualTo(new Blocked());
        bench.remove();
        bench.putBack();

        assertThat(tries()).isEqualTo(new Blocked());
        assertThat(change("123456", "908172")).isEqualTo(new Blocked());
        assertThat(bench.opensWith("123456")).isTrue();
    }

    @Test
    void nobodyAfterTheCitizenFindsTheCardOpen() throws Exception {
        bench.insert(LI, "123456");
        assertThat(change("123456", "908172")).isEqualTo(new Changed());

        assertThat(tries())
                .as("a card that was left open would not tell its tries")
                .isEqualTo(ready(3));
    }

    @Test
    void anotherCardIsAskedNothing() throws Exception {
        bench.insert(LI, "123456");

        assertThat(reader.changePin("110100D15600000500BF7C7A48FB4966", pin("000000"), pin("908172"), SOON))
                .isEqualTo(new OtherCard());
        assertThat(tries()).isEqualTo(ready(3));
        bench.insertCardOfAnotherKind();
        assertThat(tries()).isEqualTo(new OtherCard());
    }

    @Test
    void aCardWithoutAPinSaysSo() throws Exception {
        bench.insert(LI);

        assertThat(tries()).isEqualTo(new NotSupported());
        assertThat(change("123456", "908172")).isEqualTo(new NotSupported());
    }

    @Test
    void withoutACardNothingIsChanged() throws Exception {
        assertThat(reader.changePin(LI.cardId(), pin("123456"), pin("908172"), AT_ONCE))
                .isEqualTo(new NoCard());
        bench.insertWrongWayRound();
        assertThat(tries()).isEqualTo(new NoCard());
    }

    @Test
    void aCardPulledAtAnyCommandNeverLeavesTheAnswerWrong() throws Exception {
        int commands = 0;
        PinOutcome outcome = pulledBeforeAnswer(commands);
        boolean everUncertain = false;
        while (!(outcome instanceof Changed)) {
            assertThat(outcome).as("after %d commands", commands).isIn(new NoCard(), new Uncertain());
            everUncertain |= outcome instanceof Uncertain;
            assertThat(bench.opensWith("908172"))
                    .as("changed, after %d commands", commands)
                    .isEqualTo(outcome instanceof Uncertain);
            bench.putBack();
            assertThat(change(outcome instanceof Uncertain ? "908172" : "123456", "555555"))
                    .isEqualTo(new Changed());
            outcome = pulledBeforeAnswer(++commands);
        }
        assertThat(everUncertain).isTrue();
    }

    private PinOutcome pulledBeforeAnswer(int commands) throws InterruptedException {
        bench.insert(LI, "123456");
        bench.pullBeforeAnswer(commands);
        return change("123456", "908172");
    }

    @Test
    void aCardPulledBeforeItsPinIsChangedKeepsIt() throws Exception {
        for (int commands = 0; commands < 6; commands++) {
            bench.insert(LI, "123456");
            bench.pullAfter(commands);
            assertThat(change("123456", "908172")).isIn(new NoCard(), new Uncertain());
            assertThat(bench.opensWith("123456")).isTrue();
        }
    }

    @Test
    void anUnpluggedReaderIsBrokenAndWorksAgainWhenPluggedIn() throws Exception {
        bench.insert(LI, "123456");
        bench.unplug();
        assertThat(change("123456", "908172")).isInstanceOf(Broken.class);
        bench.plug();

        assertThat(change("123456", "908172")).isEqualTo(new Changed());
    }

    @Test
    void aServiceRestartedBetweenAskingAndChangingIsNotNoticed() throws Exception {
        bench.insert(LI, "123456");
        assertThat(tries()).isEqualTo(ready(3));
        bench.stopService();
        assertThat(change("123456", "908172")).isInstanceOf(Broken.class);
        bench.startService();

        assertThat(change("000000", "908172")).as("asked once").isEqualTo(wrong(2));
        assertThat(change("123456", "908172")).isEqualTo(new Changed());
    }

    @Test
    void aClosedReaderChangesNothing() throws Exception {
        bench.insert(LI, "123456");
        reader.close();

        assertThat(change("123456", "908172")).isInstanceOf(Broken.class);
        assertThat(bench.opensWith("123456")).isTrue();
    }
}
