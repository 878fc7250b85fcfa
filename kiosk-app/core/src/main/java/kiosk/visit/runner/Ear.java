package kiosk.visit.runner;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import kiosk.device.Presence;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.visit.VisitEvent;

/**
 * Listens at one reader, turn by turn, on a thread of its own. What was heard there last must be gone before it is listened to
 * again: a card left behind, or one that cannot be used, begins nothing by itself.
 */
final class Ear {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);

    private final String reader;
    private final Journal journal;
    private final Turn turn;
    private final Glance glance;
    private volatile Optional<VisitEvent> heardBefore = Optional.empty();

    /** One turn at the reader; empty if nothing came, or if the reader is broken and should rest. */
    interface Turn {
        Heard take() throws InterruptedException;
    }

    /** A glance at what lies on the reader. */
    interface Glance {
        Presence look() throws InterruptedException;
    }

    /** What a turn brought. */
    sealed interface Heard {}

    /** A card, a code or a trouble with one. */
    record Something(VisitEvent event) implements Heard {}

    /** Nothing within the turn. */
    record Nothing() implements Heard {}

    /** The reader is broken; it answers at once, so it is asked again only after a rest. */
    record Deaf() implements Heard {}

    /** An event and the ear that heard it. */
    record From(Ear ear, VisitEvent event) {}

    Ear(String reader, Journal journal, Turn turn, Glance glance) {
        this.reader = reader;
        this.journal = journal;
        this.turn = turn;
        this.glance = glance;
    }

    /** Begins to listen; ends with the first event, or when the thread is interrupted. */
    Thread listen(BlockingQueue<From> heard) {
        Thread thread = new Thread(() -> listenUntilHeard(heard), "listen-" + reader);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What this ear heard was acted upon. */
    void remember(VisitEvent event) {
        heardBefore = Optional.of(event);
    }

    private void listenUntilHeard(BlockingQueue<From> heard) {
        try {
            waitUntilItIsGone();
            Optional<VisitEvent> event = Optional.empty();
            while (event.isEmpty()) {
                event = oneTurn();
            }
            heard.put(new From(this, event.get()));
        } catch (InterruptedException nobodyListensAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be seen to go, or was no use, is given a rest instead: then it is not heard many times a second. */
    private void waitUntilItIsGone() throws InterruptedException {
        if (heardBefore.isPresent()) {
            Presence seen = glance.look();
            while (seen == Presence.THERE) {
                Pause.of(LOOK);
                seen = glance.look();
            }
            if (seen == Presence.UNKNOWN || heardBefore.get() instanceof VisitEvent.CardTroubled) {
                Pause.of(REST);
            }
            heardBefore = Optional.empty();
        }
    }

    private Optional<VisitEvent> oneTurn() throws InterruptedException {
        Heard heard = takenOrFailed();
        if (heard instanceof Something something) {
            return Optional.of(something.event());
        }
        if (heard instanceof Deaf) {
            Pause.of(REST);
        }
        return Optional.empty();
    }

    /** A bug of one reader's driver leaves the others listening, and this one after a rest as well. */
    private Heard takenOrFailed() throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException bug) {
            journal.note(Occurrence.EFFECT_FAILED);
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), bug);
            return new Deaf();
        }
    }
}
