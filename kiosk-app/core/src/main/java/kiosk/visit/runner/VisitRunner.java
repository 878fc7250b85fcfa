package kiosk.visit.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Surroundings;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionId;
import kiosk.visit.Effect;
import kiosk.visit.Idle;
import kiosk.visit.Moment;
import kiosk.visit.Transition;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import org.jspecify.annotations.Nullable;

/**
 * Owns the one current visit. Events are taken one by one on the visit thread; effects are performed on others, and an answer that
 * belongs to an earlier visit is dropped. Touches may come from any thread; the audience is told on the visit thread.
 */
public final class VisitRunner implements AutoCloseable {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration TILL_IT_IS_ON_DISK = Duration.ofSeconds(5);

    private final Setting setting;
    private final Consumer<Shown> audience;
    private final Silence silence;
    private final Errands errands;
    private final DraftPace drafts;
    private final Farewell farewell = new Farewell(this::askFor);
    private final Touches touches = new Touches();
    private final ScheduledThreadPoolExecutor visitThread = new ScheduledThreadPoolExecutor(1, Errands.named("visit"));

    private Visit visit = new Idle();
    private long serial = 1;
    private @Nullable ScheduledFuture<?> clockwork;

    /**
     * What a runner works with.
     *
     * @param surroundings how devices, departments and queue are now; asked on the visit thread, must not block
     */
    public record Setting(
            EffectPerformer performer,
            Patience patience,
            Catalogue catalogue,
            Supplier<Surroundings> surroundings,
            Journal journal,
            Clock clock) {}

    /** A runner that stands still until {@link #start}. */
    public VisitRunner(Setting setting, Consumer<Shown> audience) {
        this.setting = setting;
        this.audience = audience;
        this.silence = new Silence(setting.patience(), setting.clock(), System::nanoTime);
        this.errands = new Errands(setting.performer(), setting.journal(), this::hand);
        this.drafts = new DraftPace(setting.clock(), this::askFor);
    }

    /** Begins to listen for cards, and shows the attract screen. */
    public void start() {
        onVisitThread(() -> arrive(Transition.to(visit)));
        clockwork = visitThread.scheduleAtFixedRate(
                () -> guarded(this::watchPatience), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A touch on what was shown; dropped if the visit has moved on to another step or another citizen since, if it points at
     * something on a picture that has changed, or if it is the second of a double touch.
     */
    public void touch(Shown seen, VisitEvent event) {
        onVisitThread(() -> {
            if (isCurrent(seen) && touches.counts(seen, event, visit)) {
                silence.touchedAt(visit);
                take(event);
            }
        });
    }

    /** The citizen is still there: the step's patience begins anew. */
    public void stillHere(Shown seen) {
        onVisitThread(() -> {
            if (isCurrent(seen)) {
                silence.touchedAt(visit);
                show();
            }
        });
    }

    /** Devices, departments or queue changed: show the visit anew. */
    public void surroundingsChanged() {
        onVisitThread(this::show);
    }

    private boolean isCurrent(Shown seen) {
        return seen.serial() == serial && seen.visit().getClass() == visit.getClass();
    }

    private void hand(VisitEvent event, BooleanSupplier stillWanted) {
        onVisitThread(() -> {
            if (stillWanted.getAsBoolean()) {
                take(event);
            }
            farewell.heard(event);
        });
    }

    private void take(VisitEvent event) {
        arrive(visit.on(event, moment()));
    }

    private void arrive(Transition transition) {
        boolean wasIdle = visit instanceof Idle;
        boolean changed = !visit.equals(transition.next());
        if (transition.next().getClass() != visit.getClass()) {
            touches.forget();
        }
        visit = transition.next();
        drafts.at(visit);
        farewell.at(visit);
        boolean isIdle = visit instanceof Idle;
        if (isIdle && !wasIdle) {
            serial++;
            setting.journal().note(Occurrence.VISIT_ENDED);
        } else if (wasIdle && !isIdle) {
            setting.journal().note(Occurrence.VISIT_BEGAN);
        }
        if (changed) {
            silence.brokenAt(visit);
        }
        transition.effects().forEach(this::askFor);
        errands.keep(visit.standing());
        show();
    }

    /** The answer counts for this citizen and this matter alone. */
    private void askFor(Effect effect) {
        long whose = serial;
        Optional<SubmissionId> about = visit.about();
        errands.once(effect, () -> whose == serial && about.equals(visit.about()));
    }

    /** Asks for an effect of which nobody but {@code ended} waits. */
    private void askFor(Effect effect, Runnable ended) {
        errands.once(effect, () -> {
            ended.run();
            return false;
        });
    }

    private Moment moment() {
        Instant now = setting.clock().instant();
        return new Moment(
                now,
                LocalDate.ofInstant(now, CHINA),
                setting.catalogue(),
                setting.surroundings().get(),
                SubmissionId.create(setting.clock()));
    }

    private void watchPatience() {
        drafts.tick();
        if (silence.isTooLong(visit)) {
            silence.brokenAt(visit);
            take(new VisitEvent.PatienceEnded());
        }
    }

    private void show() {
        audience.accept(new Shown(
                serial, visit, silence.deadline(), setting.surroundings().get()));
    }

    private void onVisitThread(Runnable work) {
        try {
            visitThread.execute(() -> guarded(work));
        } catch (RejectedExecutionException closing) {
            setting.journal().note(Occurrence.STOPPED);
        }
    }

    /** The one place where a bug of a step or the audience is caught: the visit ends, the terminal goes on. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error bug) {
            report(bug);
            breakOff();
        }
    }

    private void report(Throwable bug) {
        setting.journal().note(Occurrence.EFFECT_FAILED);
        Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), bug);
    }

    /** Forgets the citizen, and shows it: what was on the screen must not stay there. */
    private void breakOff() {
        List<Effect> owed = visit.owed();
        visit = new Idle();
        touches.forget();
        serial++;
        silence.brokenAt(visit);
        try {
            drafts.at(visit);
            owed.forEach(this::askFor);
            farewell.at(visit);
            errands.keep(visit.standing());
            show();
        } catch (RuntimeException | Error again) {
            report(again);
        }
    }

    /** Stops listening; what is half done, or on its way to disk, is waited for, five seconds at most. */
    @Override
    public void close() {
        if (clockwork != null) {
            clockwork.cancel(false);
        }
        visitThread.shutdownNow();
        try {
            if (visitThread.awaitTermination(1, TimeUnit.SECONDS)) {
                drafts.at(new Idle());
            } else {
                setting.journal().note(Occurrence.EFFECT_FAILED);
            }
            errands.close(TILL_IT_IS_ON_DISK);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
