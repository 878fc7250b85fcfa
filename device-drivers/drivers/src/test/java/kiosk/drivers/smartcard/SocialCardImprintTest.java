package kiosk.drivers.smartcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kiosk.device.SocialCardReader;
import kiosk.device.SocialCardReader.Read;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.SocialCardEmulator;
import kiosk.identity.CardImprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocialCardImprintTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final CardContent CARD = CardContent.of(SocialCardFuzzTest.ZHANG);

    private final SocialCardEmulator emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);
    private final SocialCardReader reader = EmulatedSocialCardBench.open(emulator);

    @AfterEach
    void close() {
        reader.close();
        emulator.close();
    }

    private CardImprint imprintOf(CardContent card) throws InterruptedException {
        emulator.insert(card);
        CardImprint imprint = ((Read) reader.read(SOON)).imprint().orElseThrow();
        emulator.remove();
        return imprint;
    }

    @Test
    void aCardLeavesTheSameImprintEachTimeAndTheHoldersNextCardAnother() throws Exception {
        CardImprint first = imprintOf(CARD);

        assertThat(imprintOf(CARD)).isEqualTo(first);
        assertThat(imprintOf(CARD.with(CardContent.EF05, 0x01, new byte[16]))).isNotEqualTo(first);
    }
}
