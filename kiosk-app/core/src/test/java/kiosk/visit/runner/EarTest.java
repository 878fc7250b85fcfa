package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kiosk.device.Presence;
import kiosk.identity.Evidence;
import kiosk.journal.Occurrence;
import kiosk.twin.ListJournal;
import kiosk.twin.People;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final Ear.Tempo TEMPO = new Ear.Tempo(Duration.ofMillis(1), Duration.ofMillis(20));
    private static final VisitEvent ZHANG = new VisitEvent.CardLaid(People.zhangsEvidence());
    private static final VisitEvent LI = new VisitEvent.CardLaid(new Evidence.ByIdCard(People.lisCard()));

    private final ListJournal journal = new ListJournal();
    private final BlockingQueue<Ear.From> heard = new ArrayBlockingQueue<>(1);

    private static Presence bug() {
        throw new IllegalStateException("a bug of a driver");
    }

    @Test
    void aReaderThatFailsWhenItIsGlancedAtIsStillListenedToAfterARest() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> reported = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> reported.add(bug));
        try {
            Ear ear = new Ear("id-card", TEMPO, journal, () -> new Ear.Something(LI, () -> {}), EarTest::bug);
            ear.remember(ZHANG);
            long began = System.nanoTime();
            ear.listen(heard);
            assertThat(heard.poll(5, TimeUnit.SECONDS))
                    .extracting(it -> it.something().event())
                    .isEqualTo(LI);
            assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(19));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(reported).hasSize(1);
        assertThat(journal.occurrences()).containsExactly(Occurrence.EFFECT_FAILED);
    }
}
