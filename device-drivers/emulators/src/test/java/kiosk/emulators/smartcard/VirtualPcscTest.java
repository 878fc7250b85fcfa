package kiosk.emulators.smartcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import kiosk.identity.CitizenId;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualPcscTest {
    private static final SocialCard LI = new SocialCard(
            "110100D15600000500BF7C7A48FB4966",
            "X00000019",
            "2.00",
            "李四",
            new CitizenId("11010519491231002X"),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2020, 10, 1)),
            Optional.empty());
    private static final CommandAPDU SELECT_EF05 = new CommandAPDU(0, 0xA4, 2, 0, new byte[] {(byte) 0xEF, 5});

    private final SocialCardEmulator emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);

    @AfterEach
    void stop() {
        emulator.close();
    }

    private CardTerminals terminals() throws NoSuchAlgorithmException {
        return TerminalFactory.getInstance("PC/SC", null, new VirtualPcsc().configure(emulator.address()))
                .terminals();
    }

    private CardTerminal terminal() throws Exception {
        return terminals().list().get(0);
    }

    @Test
    void theListOfReadersFollowsTheCableAndTheCard() throws Exception {
        CardTerminals terminals = terminals();
        assertThat(terminals.list(CardTerminals.State.CARD_PRESENT)).isEmpty();
        assertThat(terminals.list(CardTerminals.State.CARD_ABSENT)).hasSize(1);
        emulator.insert(CardContent.of(LI));
        assertThat(terminals.list(CardTerminals.State.CARD_PRESENT)).hasSize(1);
        emulator.unplug();
        assertThat(terminals.list()).isEmpty();
        assertThat(terminals.waitForChange(1)).isFalse();
    }

    @Test
    void waitingForACardEndsWhenItComesAndWhenTheTimeIsOver() throws Exception {
        CardTerminal terminal = terminal();
        assertThat(terminal.waitForCardPresent(1)).isFalse();
        emulator.insert(CardContent.of(LI));
        assertThat(terminal.waitForCardPresent(1000)).isTrue();
        assertThat(terminal.waitForCardAbsent(1)).isFalse();
    }

    @Test
    void aRecordIsHandedOutAsTheStandardHasIt() throws Exception {
        emulator.habit(ChipHabit.AT_ONCE).insert(CardContent.of(LI));
        Card card = terminal().connect("*");
        CardChannel channel = card.getBasicChannel();
        assertThat(card.getProtocol()).isEqualTo("T=0");
        assertThat(card.getATR().getHistoricalBytes()).hasSize(13);
        assertThat(channel.transmit(SELECT_EF05).getSW())
                .as("outside the environment")
                .isEqualTo(0x6A82);
        assertThat(channel.transmit(environment()).getSW()).isEqualTo(0x9000);
        assertThat(channel.transmit(SELECT_EF05).getSW()).isEqualTo(0x9000);

        ByteBuffer answer = ByteBuffer.allocate(64);
        int length = channel.transmit(ByteBuffer.wrap(new byte[] {0, (byte) 0xB2, 7, 0, 0x0B}), answer);
        assertThat(answer.array()).startsWith(7, 9, 'X', '0', '0', '0', '0', '0', '0', '1', '9', 0x90, 0);
        assertThat(length).isEqualTo(13);
        card.disconnect(false);
    }

    private static CommandAPDU environment() {
        byte[] name = {
            0x73,
            0x78,
            0x31,
            0x2E,
            0x73,
            0x68,
            0x2E,
            (byte) 0xC9,
            (byte) 0xE7,
            (byte) 0xBB,
            (byte) 0xE1,
            (byte) 0xB1,
            (byte) 0xA3,
            (byte) 0xD5,
            (byte) 0xCF
        };
        return new CommandAPDU(0, 0xA4, 4, 0, name, 256);
    }

    @Test
    void powerOnForgetsTheSelectedFile() throws Exception {
        emulator.habit(ChipHabit.AT_ONCE).insert(CardContent.of(LI));
        CardTerminal terminal = terminal();
        terminal.connect("*").getBasicChannel().transmit(environment());

        assertThat(terminal.connect("*").getBasicChannel().transmit(SELECT_EF05).getSW())
                .isEqualTo(0x6A82);
    }

    @Test
    void aCardThatIsLeftIsOffBeforeAnotherContextCanReachTheNext() throws Exception {
        emulator.insert(CardContent.of(LI));
        Card left = terminal().connect("*");
        emulator.stopService();

        assertThatThrownBy(() -> left.disconnect(true))
                .as("nobody is there to say that it is off")
                .hasMessageContaining("0x8010001d");
    }

    @Test
    void aPulledCardFailsAsTheSystemsServiceFails() throws Exception {
        emulator.insert(CardContent.of(LI));
        CardChannel channel = terminal().connect("*").getBasicChannel();
        emulator.pullAfter(1);
        channel.transmit(environment());

        assertThatThrownBy(() -> channel.transmit(SELECT_EF05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> channel.transmit(SELECT_EF05))
                .isInstanceOf(CardException.class)
                .hasMessageContaining("0x80100069");
        assertThatThrownBy(() -> terminal().connect("*")).hasMessageContaining("0x8010000c");
    }

    @Test
    void aContextIsDeadForGoodOnceTheServiceWasKilled() throws Exception {
        CardTerminals terminals = terminals();
        for (int i = 0; i < 20; i++) {
            emulator.stopService();
            assertThatThrownBy(this::terminals).isInstanceOf(NoSuchAlgorithmException.class);
            emulator.startService();
            assertThatThrownBy(terminals::list).hasMessageContaining("0x8010001d");
            assertThat(terminals().list()).hasSize(1);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new VirtualPcsc().configure("nowhere")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCardsContentIsNeverPrinted() {
        assertThat(CardContent.of(LI)).hasToString("CardContent[11 records]");
    }
}
