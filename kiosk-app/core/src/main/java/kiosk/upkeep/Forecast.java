package kiosk.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import kiosk.device.Health.Supply.Level;

/**
 * How much paper is left, in millimetres or sheets, from what was used between refills. A refill is the change from low or out to
 * enough. What lies between two refills, or between a refill and the end, is what a roll or a tray holds; before the first whole
 * one, the settings say it.
 */
final class Forecast {
    private static final int ROLLS_REMEMBERED = 5;
    /** A sensor that says enough for so little of a roll was mistaken. */
    private static final int FLICKER = 50;
    /** Where a sensor for the near end sits, as a part of the roll, until it has been seen. */
    private static final int NEAR_END = 20;

    private final List<PaperMark> marks;
    private final long whole;
    private final List<Long> rolls = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    /**
     * Looks back.
     *
     * @param marks the changes, the oldest first
     * @param whole what a roll or tray holds according to the settings
     */
    Forecast(List<PaperMark> marks, long whole) {
        this.marks = withoutFlicker(marks, whole);
        this.whole = whole;
        lookBack();
    }

    private static List<PaperMark> withoutFlicker(List<PaperMark> all, long whole) {
        List<PaperMark> steady = new ArrayList<>();
        for (PaperMark mark : all) {
            int last = steady.size() - 1;
            boolean flickered = last > 0
                    && mark.level() != Level.OK
                    && steady.get(last).level() == Level.OK
                    && mark.used() - steady.get(last).used() < whole / FLICKER;
            if (flickered) {
                steady.remove(last);
            }
            if (steady.isEmpty() || steady.get(steady.size() - 1).level() != mark.level()) {
                steady.add(mark);
            }
        }
        return steady;
    }

    /** The first roll was not seen from its beginning. */
    private void lookBack() {
        int begun = -1;
        for (int i = 1; i < marks.size(); i++) {
            PaperMark before = marks.get(i - 1);
            PaperMark mark = marks.get(i);
            if (before.level() == Level.LOW && mark.level() == Level.OUT) {
                ends.add(mark.used() - before.used());
            }
            if (mark.level() == Level.OK) {
                if (begun >= 0) {
                    rolls.add(length(begun, i));
                }
                begun = i;
            }
        }
    }

    /** Up to the end where it was reached; one that was changed while low would have served a little longer. */
    private long length(int begun, int refilled) {
        PaperMark last = marks.get(refilled - 1);
        long after = last.level() == Level.OUT
                ? 0
                : Math.max(nearEnd(), marks.get(refilled).used() - last.used());
        return last.used() - marks.get(begun).used() + after;
    }

    private long nearEnd() {
        return median(ends).orElse(whole / NEAR_END);
    }

    /** How much a full roll or tray holds. */
    long holds() {
        return median(rolls).orElse(whole);
    }

    /** How much is left, after so much was ever used; empty where it cannot be said. */
    OptionalLong left(long used) {
        if (marks.isEmpty()) {
            return OptionalLong.empty();
        }
        PaperMark last = marks.get(marks.size() - 1);
        return switch (last.level()) {
            case OUT -> OptionalLong.of(0);
            case LOW -> OptionalLong.of(Math.max(0, nearEnd() - (used - last.used())));
            case OK -> positive(holds() - (used - last.used()));
            case UNKNOWN -> OptionalLong.empty();
        };
    }

    /** More was used than a roll holds, and still there is enough: somebody changed it before it was low. */
    private static OptionalLong positive(long left) {
        return left > 0 ? OptionalLong.of(left) : OptionalLong.empty();
    }

    private static OptionalLong median(List<Long> samples) {
        List<Long> sorted = samples.stream()
                .skip(Math.max(0, samples.size() - ROLLS_REMEMBERED))
                .sorted()
                .toList();
        return sorted.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sorted.get(sorted.size() / 2));
    }
}
