package kiosk.visit.runner;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
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
    private final EffectPerformer performer;
    private final Journal journal;
    private final Desk desk;
    private final ExecutorService orderedThread = Executors.newSingleThreadExecutor(named("queue"));
    private final ExecutorService workers = Executors.newFixedThreadPool(8, named("work"));
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
        errand.future =
                workers.submit(() -> run(effect, event -> desk.hand(event, () -> counts(effect, errand, event))));
        return errand;
    }

    /** Whether the errand's event still counts; any but a progress is its last. */
    private boolean counts(Effect effect, Errand errand, VisitEvent event) {
        errand.answered |= !(event instanceof VisitEvent.ScanMoved);
        return standing.get(effect) == errand;
    }

    private void run(Effect effect, Consumer<VisitEvent> hand) {
        try {
            performer.perform(effect, hand).ifPresent(hand);
        } catch (InterruptedException noLongerWanted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            journal.note(Occurrence.EFFECT_FAILED);
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), bug);
            hand.accept(new VisitEvent.EffectFailed());
        }
    }

    /** Interrupts what runs; what is on its way to disk is waited for, five seconds at most. */
    void close() throws InterruptedException {
        workers.shutdownNow();
        orderedThread.shutdown();
        if (!orderedThread.awaitTermination(5, TimeUnit.SECONDS)) {
            orderedThread.shutdownNow();
        }
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
