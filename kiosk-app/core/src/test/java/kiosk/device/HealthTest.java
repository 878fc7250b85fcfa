package kiosk.device;

import static org.assertj.core.api.Assertions.assertThat;

import kiosk.device.Health.Nameplate;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void aNameplateCannotForgeALineOfTheLog() {
        Nameplate forged = new Nameplate("某厂\nERROR all is lost", "a\u202Eb", "\u0007\uD800", "1.0", "05.01");
        assertThat(forged).isEqualTo(new Nameplate("某厂?ERROR all is lost", "a?b", "??", "1.0", "05.01"));
    }

    @Test
    void aNameplateThatNeverEndsIsCutBetweenTwoCharacters() {
        assertThat(new Nameplate("𠮷".repeat(200), "", "", "").manufacturer()).isEqualTo("𠮷".repeat(127));
    }
}
