package kiosk.sync.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class QuietMomentTest {
    private static final int ENOUGH = 3;

    private final Queue<Runnable> later = new ArrayDeque<>();
    private int done;
    private final QuietMoment quiet = new QuietMoment(later::add, ENOUGH, () -> done++);

    @Test
    void nothingIsWaitedForBeforeItIsWorthIt() {
        happens(ENOUGH - 1);
        assertThat(later).isEmpty();
    }

    @Test
    void aMomentInWhichSomethingHappenedWasNotQuiet() {
        happens(ENOUGH);
        for (int i = 0; i < 4; i++) {
            happens(1);
            aWhilePasses();
            assertThat(done).isZero();
        }
        aWhilePasses();
        assertThat(done).isEqualTo(1);
    }

    @Test
    void itIsDoneOnceForAllThatHappenedAndAgainForWhatHappensThen() {
        happens(2 * ENOUGH);
        aWhilePasses();
        aWhilePasses();
        assertThat(done).isEqualTo(1);
        assertThat(later).isEmpty();
        happens(ENOUGH);
        aWhilePasses();
        assertThat(done).isEqualTo(2);
    }

    private void happens(int times) {
        for (int i = 0; i < times; i++) {
            quiet.happened();
        }
    }

    private void aWhilePasses() {
        later.remove().run();
    }
}
