package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import kiosk.catalogue.Department;
import kiosk.catalogue.Surroundings;
import kiosk.device.DeviceKind;
import kiosk.device.Presence;
import kiosk.platform.Answer;
import kiosk.twin.Items;
import kiosk.twin.ListJournal;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.Idle;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a citizen said is gone from the memory when the visit is over, not only from the screen. */
class ForgettingTest {
    private final BlockingQueue<Shown> screen = new ArrayBlockingQueue<>(100);
    private final AtomicBoolean firstCard = new AtomicBoolean(true);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private final VisitRunner runner = new VisitRunner(
            new VisitRunner.Setting(
                    this::perform,
                    Bench.SHORT,
                    Items.CATALOGUE,
                    this::surroundings,
                    new ListJournal(),
                    TurnedClock.standing()),
            screen::add);

    @BeforeEach
    void aTerminalStarts() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, bug) -> assertThat(bug).hasMessage("a bug"));
        runner.start();
    }

    @AfterEach
    void theTerminalStops() {
        runner.close();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }

    private Surroundings surroundings() {
        if (failing.getAndSet(false)) {
            throw new IllegalStateException("a bug");
        }
        return new Surroundings(Set.of(DeviceKind.values()), Set.of(Department.values()), true);
    }

    private Optional<VisitEvent> perform(Effect effect, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        if (effect instanceof Effect.ListenForCard) {
            if (!firstCard.getAndSet(false)) {
                new CountDownLatch(1).await();
            }
            return Optional.of(new VisitEvent.CardLaid(People.zhangsEvidence()));
        }
        if (effect instanceof Effect.Identify) {
            return Optional.of(new VisitEvent.Identified(new Answer.Unreachable<>()));
        }
        return effect instanceof Effect.WatchCard
                ? Optional.of(new VisitEvent.CardSeen(Presence.GONE))
                : Optional.empty();
    }

    private Shown sees(Class<? extends Visit> step) throws InterruptedException {
        Shown shown = screen.poll(10, TimeUnit.SECONDS);
        while (shown != null && !step.isInstance(shown.visit())) {
            shown = screen.poll(10, TimeUnit.SECONDS);
        }
        return Objects.requireNonNull(shown, step.getSimpleName());
    }

    private WeakReference<Visit> zhangGoes(boolean byABug) throws InterruptedException {
        Shown page = sees(ChoosingItem.class);
        failing.set(byABug);
        runner.touch(page, new VisitEvent.Quit());
        return new WeakReference<>(page.visit());
    }

    private static boolean isForgotten(WeakReference<Visit> visit) {
        for (int i = 0; i < 200 && visit.get() != null; i++) {
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return visit.get() == null;
    }

    @Test
    void whatTheLastTouchWasMadeOnIsForgottenWhenTheVisitIsOver() throws InterruptedException {
        WeakReference<Visit> page = zhangGoes(false);
        sees(Idle.class);
        assertThat(isForgotten(page)).isTrue();
    }

    @Test
    void whatTheLastTouchWasMadeOnIsForgottenWhenTheVisitBreaksOff() throws InterruptedException {
        WeakReference<Visit> page = zhangGoes(true);
        sees(Idle.class);
        assertThat(isForgotten(page)).isTrue();
    }
}
