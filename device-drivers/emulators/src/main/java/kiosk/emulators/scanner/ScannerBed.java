package kiosk.emulators.scanner;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scanner itself: what lies on it and what is wrong with it. Turned by verbs, asked by the conversations. */
final class ScannerBed {
    /** What may be wrong with it, or awkward. */
    enum Trouble {
        UNPLUGGED,
        BUSY,
        DENIED,
        COVER_OPEN,
        JAM_AHEAD,
        JAMMED,
        DEATH_AHEAD,
        DRAWS_AHEAD,
        STATUS_BUSY
    }

    private static final int MOST_SHEETS = 50;

    private final Deque<BufferedImage> sheets = new ArrayDeque<>();
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private Optional<Garble> garble = Optional.empty();
    private Duration perPage = Duration.ofSeconds(3);
    private int cancelled;
    private int listed;

    synchronized void lay(List<BufferedImage> more) {
        if (sheets.size() + more.size() > MOST_SHEETS) {
            throw new IllegalArgumentException("the feeder takes " + MOST_SHEETS + " sheets");
        }
        sheets.addAll(more);
    }

    synchronized void clear() {
        sheets.clear();
    }

    synchronized int sheets() {
        return sheets.size();
    }

    /** The sheet that would be scanned next. */
    synchronized Optional<BufferedImage> next() {
        return Optional.ofNullable(sheets.peek());
    }

    /** The feeder lets a sheet go once it is scanned. */
    synchronized void eject() {
        sheets.poll();
    }

    synchronized void set(Trouble trouble, boolean on) {
        if (on) {
            troubles.add(trouble);
        } else {
            troubles.remove(trouble);
        }
    }

    synchronized boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    /** Whether that trouble was ahead; it is no longer. */
    synchronized boolean meets(Trouble trouble) {
        return troubles.remove(trouble);
    }

    synchronized void garble(Optional<Garble> kind) {
        garble = kind;
    }

    synchronized boolean garbles(Garble kind) {
        return garble.filter(kind::equals).isPresent();
    }

    synchronized void pace(Duration timePerPage) {
        perPage = timePerPage;
    }

    synchronized Duration perPage() {
        return perPage;
    }

    synchronized void noteCancel() {
        cancelled++;
    }

    synchronized int cancelled() {
        return cancelled;
    }

    synchronized void noteListing() {
        listed++;
    }

    synchronized int listed() {
        return listed;
    }
}
