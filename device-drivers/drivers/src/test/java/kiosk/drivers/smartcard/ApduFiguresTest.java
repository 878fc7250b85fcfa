package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import kiosk.contracts.bench.SideBySide;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.ChipHabit;
import kiosk.emulators.smartcard.SocialCardEmulator;
import kiosk.emulators.smartcard.VirtualPcsc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a command to a card takes. */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApduFiguresTest {
    private static final int CARD_ID = 0x01;
    private static final int WITH_HEAD = 18;

    @Test
    void aCommandBesideABareTransmit() throws Exception {
        try (SocialCardEmulator emulator =
                SocialCardEmulator.on(0).pace(Duration.ZERO).habit(ChipHabit.AT_ONCE)) {
            emulator.insert(CardContent.of(SocialCardFuzzTest.ZHANG));
            Card card = TerminalFactory.getInstance("PC/SC", null, new VirtualPcsc().configure(emulator.address()))
                    .terminals()
                    .list()
                    .get(0)
                    .connect("*");
            measure(card.getBasicChannel());
            card.disconnect(false);
        }
    }

    private static void measure(CardChannel channel) throws Exception {
        CardDialogue dialogue = new CardDialogue(channel);
        CardRecords records = new CardRecords(dialogue);
        records.enter();
        records.select(CardRecords.EF05);
        CommandAPDU command = new CommandAPDU(0, 0xB2, CARD_ID, 0, WITH_HEAD);
        new SideBySide("apdu", 1000, 5000)
                .measure(
                        SideBySide.timed(
                                () -> assertThat(dialogue.ask(command).data()).hasSize(WITH_HEAD)),
                        SideBySide.timed(() ->
                                assertThat(channel.transmit(command).getData()).hasSize(WITH_HEAD)));
    }
}
