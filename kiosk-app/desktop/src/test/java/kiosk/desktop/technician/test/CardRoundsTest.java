package kiosk.desktop.technician.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kiosk.desktop.technician.test.CardTest.Seen;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.device.AbsentDevice;
import kiosk.device.Presence;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.Test;

class CardRoundsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedGuide guide = new ScriptedGuide();

    /** Cards that come, are read in so long, and go; the clock is turned by what happens. */
    private static final class Cards implements CardTest.Reader {
        final AtomicLong now = new AtomicLong();
        Seen next = Seen.READ;
        int looksUntilLifted = 2;
        Duration took = Duration.ZERO;
        private int looks;

        @Override
        public Seen read(Duration patience) {
            now.addAndGet(next == Seen.NOTHING ? SECOND : SECOND / 2);
            looks = 0;
            return next;
        }

        @Override
        public Presence presence() {
            now.addAndGet(SECOND / 10);
            return looks++ < looksUntilLifted ? Presence.THERE : Presence.GONE;
        }

        @Override
        public Duration lastTook() {
            return took;
        }

        CardTest test(int rounds) {
            return new CardTest(this, rounds, now::get);
        }
    }

    @Test
    void everyCardReadAndLiftedPassesAndEachPhaseIsTimed() throws Exception {
        Finding finding = new Cards().test(3).run(guide);
        assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(finding.figures())
                .containsEntry("rounds", 3L)
                .containsEntry("read", 3L)
                .containsEntry("read-median-ms", 500L)
                .containsEntry("lift-slowest-ms", 300L);
        assertThat(guide.said).containsSequence("test.card-lay", "test.card-lift", "test.card-lay");
    }

    @Test
    void aReaderThatSaysHowLongItReadIsBelieved() throws Exception {
        Cards cards = new Cards();
        cards.took = Duration.ofMillis(120);
        assertThat(cards.test(3).run(guide).figures())
                .containsEntry("read-slowest-ms", 120L)
                .containsEntry("lay-median-ms", 380L);
    }

    @Test
    void aCardThatCannotBeReadFailsAndTheTestGoesOn() throws Exception {
        Cards cards = new Cards();
        cards.next = Seen.UNREADABLE;
        Finding finding = cards.test(3).run(guide);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.figures()).containsEntry("unreadable", 3L).containsEntry("read", 0L);
    }

    @Test
    void noCardOrABrokenReaderEndsTheTest() throws Exception {
        for (Seen seen : List.of(Seen.NOTHING, Seen.BROKEN)) {
            Cards cards = new Cards();
            cards.next = seen;
            assertThat(cards.test(10).run(guide).figures()).containsEntry("read", 0L);
            assertThat(cards.now.get()).isLessThan(25 * SECOND);
        }
    }

    @Test
    void aReaderThatSeesACardForEverFails() throws Exception {
        Cards cards = new Cards();
        cards.looksUntilLifted = 5;
        cards.next = Seen.READ;
        CardTest stuck = new CardTest(cards, 2, () -> cards.now.addAndGet(21 * SECOND));
        assertThat(stuck.run(guide).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatNoReaderReadsIsNoPass() throws Exception {
        var none = AbsentDevice.none();
        assertThat(CardTest.of(none.idCardReader()).read(Duration.ZERO)).isEqualTo(Seen.BROKEN);
        assertThat(CardTest.of(none.socialCardReader()).read(Duration.ZERO)).isEqualTo(Seen.BROKEN);
        assertThat(CardTest.of(none.idCardReader()).presence()).isNotEqualTo(Presence.THERE);
        assertThat(CardTest.of(none.socialCardReader()).presence()).isNotEqualTo(Presence.THERE);
    }
}
