package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import kiosk.visit.Announcer.Left;
import org.junit.jupiter.api.Test;

class LoudspeakerTest {
    @Test
    void aToneIsHeardAndDoesNotClick() {
        byte[] samples = Loudspeaker.tone(880);
        int loudest = 0;
        int crossings = 0;
        int last = 0;
        for (int i = 0; i < samples.length; i += 2) {
            int value = (short) ((samples[i] & 0xFF) | samples[i + 1] << 8);
            loudest = Math.max(loudest, Math.abs(value));
            crossings += last < 0 && value >= 0 ? 1 : 0;
            last = value;
        }
        assertThat(loudest).isBetween(12_000, 17_000);
        assertThat(crossings).isBetween(260, 266);
        assertThat(samples).startsWith(0, 0);
    }

    @Test
    void aMachineWithoutALoudspeakerCallsSilently() {
        Loudspeaker loudspeaker = new Loudspeaker();
        assertThatCode(() -> {
                    for (int i = 0; i < 10; i++) {
                        loudspeaker.call(Left.CARD);
                        loudspeaker.call(Left.PAPER);
                    }
                })
                .doesNotThrowAnyException();
    }
}
