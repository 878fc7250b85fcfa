package kiosk.visit.runner;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;
import org.jspecify.annotations.Nullable;

/**
 * Performs effects on threads of its own. A single effect runs to its end; a standing one is interrupted when it is no longer
 * wanted, and its answer then means nothing. All methods are called on the visit thread.
 */
final class Errands {
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 100;

    private final EffectPerformer performer;
    private final Journal journal;
    private final Desk desk;
    private final ExecutorService orderedThread = threads(1, "queue");
    private final ExecutorService workers = threads(8, "work");
    private final Map<Effect, Errand> standing = new HashMap<>();

    /** Takes the answers, on the visit thread, if they are still wanted then. */
    interface Desk {
        void hand(VisitEvent event, BooleanSupplier stillWanted);
    }

    /** One standing effect under way; the identity tells one run from the next. */
    private static final class Errand {
        private @Nullable Future<?> future;
        private boolean answered;

        void end() {
            if (future != null) {
                future.cancel(true);
            }
        }
    }

    Errands(EffectPerformer performer, Journal journal, Desk desk) {
        this.performer = performer;
        this.journal = journal;
        this.desk = desk;
    }

    /** Performs an effect once; its answer counts as long as {@code stillWanted} says so. */
    void once(Effect effect, BooleanSupplier stillWanted) {
        ExecutorService thread = effect instanceof Effect.Ordered ? orderedThread : workers;
        thread.execute(() -> run(effect, event -> desk.hand(event, stillWanted)));
    }

    /** Lets exactly these effects run on: ends others, begins what does not run. */
    void keep(Set<Effect> wanted) {
        for (Iterator<Map.Entry<Effect, Errand>> running = standing.entrySet().iterator(); running.hasNext(); ) {
            Map.Entry<Effect, Errand> entry = running.next();
            if (entry.getValue().answered || !wanted.contains(entry.getKey())) {
                entry.getValue().end();
                running.remove();
            }
        }
        wanted.forEach(effect -> standing.computeIfAbsent(effect, this::begin));
    }

    private Errand begin(Effect effect) {
        Errand errand = new Errand();
        Consumer<VisitEvent> hand = event -> desk.hand(event, () -> counts(effect, errand, event));
        errand.future = workers.submit(() -> run(effect, event -> handRested(event, hand)));
        return errand;
    }

    /** A standing effect is begun again when it has failed: not without a rest. */
    private static void handRested(VisitEvent event, Consumer<VisitEvent> hand) {
        try {
            if (event instanceof VisitEvent.EffectFailed) {
                Pause.of(AFTER_A_BUG);
            }
            hand.accept(event);
        } catch (InterruptedException noLongerWanted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the errand's event still counts; any but a progress is its last. */
    private boolean counts(Effect effect, Errand errand, VisitEvent event) {
        errand.answered |= !(event instanceof VisitEvent.ScanMoved);
        return standing.get(effect) == errand;
    }

    /** Whatever an effect dies of, an answer is handed: a step that ends by itself would wait for ever. */
    private void run(Effect effect, Consumer<VisitEvent> hand) {
        boolean ended = false;
        try {
            Optional<VisitEvent> answer = performer.perform(effect, hand);
            ended = true;
            answer.ifPresent(hand);
        } catch (InterruptedException noLongerWanted) {
            ended = true;
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), bug);
        } finally {
            if (!ended) {
                journal.note(Occurrence.EFFECT_FAILED);
                hand.accept(new VisitEvent.EffectFailed(effect));
            }
        }
    }

    /** Interrupts what runs; what is on its way to disk is waited for, but no longer than this. */
    void close(Duration patience) throws InterruptedException {
        workers.shutdownNow();
        orderedThread.shutdown();
        if (!orderedThread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            orderedThread.shutdownNow();
        }
    }

    private static ExecutorService threads(int count, String name) {
        return new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), named(name));
    }

    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
