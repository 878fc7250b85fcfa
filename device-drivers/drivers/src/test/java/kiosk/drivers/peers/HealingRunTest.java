package kiosk.drivers.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A run that could not find a leak would be worth nothing. No contract may open and close files beside it. */
@Isolated
class HealingRunTest {
    private static final Path FIGURES = Path.of("target", "soak", "a-leak.json");

    private final List<InputStream> leaked = new ArrayList<>();

    @AfterEach
    void tearDown() throws IOException {
        for (InputStream file : leaked) {
            file.close();
        }
        Files.deleteIfExists(FIGURES);
    }

    @Test
    void aFileLeftOpenInEachCycleIsFound() {
        assertThatThrownBy(() -> HealingRun.of("a-leak", 200, new Leak()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("files, a-leak");
        assertThat(FIGURES).exists();
    }

    @Test
    void fewCyclesClaimNothing() throws Exception {
        HealingRun.of("a-leak", 199, new Leak());
        assertThat(FIGURES).doesNotExist();
    }

    private final class Leak implements HealingRun.Device {
        @Override
        public void takeAway() throws IOException {
            leaked.add(Files.newInputStream(Path.of("pom.xml")));
        }

        @Override
        public void giveBack() {
            assertThat(leaked).isNotEmpty();
        }

        @Override
        public boolean works() {
            return true;
        }

        @Override
        public boolean isMissed() {
            return true;
        }
    }
}
