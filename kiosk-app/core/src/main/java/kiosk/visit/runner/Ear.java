package kiosk.visit.runner;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import kiosk.device.Presence;
import kiosk.identity.Evidence;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.visit.VisitEvent;

/**
 * Listens at one reader, turn by turn, on a thread of its own. What was heard there last must be gone before it is listened to
 * again: a card left behind, or one that cannot be used, begins nothing by itself. Where the reader cannot tell whether it is
 * gone, another card is heard, and the same one only after somebody has touched the screen.
 */
final class Ear {
    private final String reader;
    private final Tempo tempo;
    private final Journal journal;
    private final Turn turn;
    private final Glance glance;
    private volatile boolean heardBefore;
    private volatile boolean wasTrouble;
    private volatile OptionalInt notSeenToGo = OptionalInt.empty();
    private volatile boolean welcome;

    /**
     * How often a reader is bothered.
     *
     * @param look between two looks at a card that is to go
     * @param rest after a failure, and where it cannot be seen whether a card is gone
     */
    record Tempo(Duration look, Duration rest) {
        /** Soon enough for a person, seldom enough for a reader. */
        static final Tempo USUAL = new Tempo(Duration.ofMillis(200), Duration.ofSeconds(1));
    }

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

    /** A card, a code or a trouble with one, and how to note it when it is acted upon. */
    record Something(VisitEvent event, Runnable note) implements Heard {}

    /** Nothing within the turn. */
    record Nothing() implements Heard {}

    /** The reader is broken; it answers at once, so it is asked again only after a rest. */
    record Deaf() implements Heard {}

    /** What was heard and the ear that heard it. */
    record From(Ear ear, Something something) {}

    Ear(String reader, Tempo tempo, Journal journal, Turn turn, Glance glance) {
        this.reader = reader;
        this.tempo = tempo;
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
        OptionalInt card = traceOf(event);
        if (card.isPresent()) {
            notSeenToGo = card;
        }
        wasTrouble = event instanceof VisitEvent.CardTroubled;
        heardBefore = true;
    }

    /** Whether somebody has touched the screen: then the card that was not seen to go may be meant once more. */
    void welcomeAgain(boolean touched) {
        welcome = touched;
    }

    /** Enough to know a holder's card again, and too little to know the holder; empty for what cannot be left lying. */
    private static OptionalInt traceOf(VisitEvent event) {
        if (event instanceof VisitEvent.CardLaid laid && laid.evidence() instanceof Evidence.ByIdCard by) {
            return OptionalInt.of(by.card().number().hashCode());
        }
        return event instanceof VisitEvent.CardLaid laid && laid.evidence() instanceof Evidence.BySocialCard by
                ? OptionalInt.of(by.card().number().hashCode())
                : OptionalInt.empty();
    }

    private void listenUntilHeard(BlockingQueue<From> heard) {
        try {
            Optional<Something> something = Optional.empty();
            while (something.isEmpty()) {
                waitUntilItIsGone();
                something = oneTurn();
            }
            heard.put(new From(this, something.get()));
        } catch (InterruptedException nobodyListensAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be seen to go, or was no use, is given a rest instead: then it is not heard many times a second. */
    private void waitUntilItIsGone() throws InterruptedException {
        if (!heardBefore && notSeenToGo.isEmpty()) {
            return;
        }
        Presence seen = lookedOrFailed();
        while (seen == Presence.THERE) {
            welcome = false;
            Pause.of(tempo.look());
            seen = lookedOrFailed();
        }
        if (seen == Presence.GONE) {
            notSeenToGo = OptionalInt.empty();
        }
        if (heardBefore && (seen == Presence.UNKNOWN || wasTrouble)) {
            Pause.of(tempo.rest());
        }
        heardBefore = false;
    }

    private Optional<Something> oneTurn() throws InterruptedException {
        Heard heard = takenOrFailed();
        if (heard instanceof Something something) {
            return counted(something);
        }
        if (heard instanceof Deaf) {
            Pause.of(tempo.rest());
        }
        return Optional.empty();
    }

    /** The card that was not seen to go may be lying there still: it counts only if somebody is there. */
    private Optional<Something> counted(Something something) {
        OptionalInt card = traceOf(something.event());
        if (card.isPresent() && card.equals(notSeenToGo) && !welcome) {
            heardBefore = true;
            return Optional.empty();
        }
        return Optional.of(something);
    }

    /** A bug of one reader's driver leaves the others listening, and this one after a rest as well. */
    private Heard takenOrFailed() throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException bug) {
            report(bug);
            return new Deaf();
        }
    }

    private Presence lookedOrFailed() throws InterruptedException {
        try {
            return glance.look();
        } catch (RuntimeException bug) {
            report(bug);
            Pause.of(tempo.rest());
            return Presence.UNKNOWN;
        }
    }

    private void report(RuntimeException bug) {
        journal.note(Occurrence.EFFECT_FAILED);
        Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), bug);
    }
}
