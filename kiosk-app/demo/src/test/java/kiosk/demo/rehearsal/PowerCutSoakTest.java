package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The kiosk's process is killed again and again while citizens hand in. */
@Tag("soak")
class PowerCutSoakTest {
    private static final int KILLS = 22;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyNumberThatWasShownIsHeldOnceWheneverThePowerWasCut() throws Exception {
        long seed = Long.getLong("kiosk.soak.seed", System.nanoTime());
        System.out.println("soak: seed " + seed + " (repeat with -Dkiosk.soak.seed=" + seed + ")");
        Tally tally;
        try (Scenery scenery = new Scenery(Folders.fresh("soak/run"))) {
            PowerCuts cuts = new PowerCuts(scenery, seed);
            cuts.until(KILLS);
            tally = cuts.tally();
        }
        tally.writeTo(Folders.target().resolve("soak"), seed);
        tally.writeTo(Path.of("..", "..", "target", "soak"), seed);
        assertThat(tally.kills()).isGreaterThanOrEqualTo(20);
        assertThat(tally.shown()).isGreaterThanOrEqualTo(tally.kills() / 4);
        assertThat(tally.held()).isEqualTo(tally.shown());
        assertThat(tally.duplicates()).isZero();
        assertThat(tally.lost()).isZero();
    }
}
