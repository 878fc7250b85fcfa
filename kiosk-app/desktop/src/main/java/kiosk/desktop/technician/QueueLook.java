package kiosk.desktop.technician;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import kiosk.submission.Backlog;
import kiosk.submission.Outbox;

/**
 * How the queue was when last looked at. The store may be slow or broken, and technicians come because it is: it is looked at beside the
 * FX thread, and what cannot be read is said to be so. All but the looking is done on the FX thread.
 */
final class QueueLook {
    private final Outbox outbox;
    private final Workshop.Carrying carrying;
    private final Runnable changed;
    private Seen seen = new Seen(State.LOOKING, Optional.empty(), List.of());

    /** How far the look has come. */
    enum State {
        /** Under way. */
        LOOKING,
        /** What waits is being written to a stick. */
        CARRYING,
        /** It was read. */
        READ,
        /** The store cannot be read. */
        UNREADABLE,
        /** It was read, but what was to be written was not. */
        NOT_WRITTEN
    }

    /** What was seen. */
    record Seen(State state, Optional<Outbox.Summary> summary, List<Backlog.Item> entries) {
        /** Keeps the list from changing. */
        Seen {
            entries = List.copyOf(entries);
        }
    }

    /** A look at that queue; {@code changed} is told on the FX thread when there is something new to see. */
    QueueLook(Outbox outbox, Workshop.Carrying carrying, Runnable changed) {
        this.outbox = outbox;
        this.carrying = carrying;
        this.changed = changed;
    }

    Seen seen() {
        return seen;
    }

    /** How many there are of each; empty while that is not known. */
    Optional<Outbox.Summary> summary() {
        return seen.summary();
    }

    /** Looks again, at so many entries at most. */
    void again(int most) {
        after(() -> {}, most);
    }

    /** Does something to the queue, then looks again. */
    void after(Runnable deed, int most) {
        seen = new Seen(State.LOOKING, Optional.empty(), List.of());
        Bench.LOOKS.execute(() -> {
            Seen fresh = looked(isDone(deed) ? State.READ : State.NOT_WRITTEN, most);
            Platform.runLater(() -> {
                seen = fresh;
                changed.run();
            });
        });
    }

    /** Writes what waits to a stick, then looks again; {@code told} hears on the FX thread what came of it, before that. */
    void carry(Consumer<Backlog.Export> told, int most) {
        seen = new Seen(State.CARRYING, Optional.empty(), List.of());
        Bench.LOOKS.execute(() -> {
            Backlog.Export export = carried();
            Seen fresh = looked(State.READ, most);
            Platform.runLater(() -> {
                told.accept(export);
                seen = fresh;
                changed.run();
            });
        });
    }

    private Backlog.Export carried() {
        try {
            return carrying.stick().get();
        } catch (UncheckedIOException unreadable) {
            return new Backlog.NotWritten(Backlog.WhyNot.BROKEN);
        }
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (UncheckedIOException notWritten) {
            return false;
        }
    }

    private Seen looked(State state, int most) {
        try {
            return new Seen(
                    state, Optional.of(outbox.summary()), carrying.backlog().items(most));
        } catch (UncheckedIOException unreadable) {
            return new Seen(State.UNREADABLE, Optional.empty(), List.of());
        }
    }
}
