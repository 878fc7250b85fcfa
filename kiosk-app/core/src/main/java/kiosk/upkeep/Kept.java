package kiosk.upkeep;

import java.util.List;
import java.util.Map;

/**
 * All that a book keeps of a device.
 *
 * @param events the oldest first
 * @param hours the oldest first
 * @param marks the changes of its paper, the oldest first
 */
public record Kept(Map<Tally, Long> tallies, List<DeviceEvent> events, List<WorkedHour> hours, List<PaperMark> marks) {
    /** Nothing yet. */
    public static final Kept NOTHING = new Kept(Map.of(), List.of(), List.of(), List.of());

    /** How many changes are kept of a device. */
    public static final int MOST_EVENTS = 500;

    /** How many changes of its paper. */
    public static final int MOST_MARKS = 60;

    /** For how many hours. */
    public static final int MOST_HOURS = 8 * 24;

    /** How many tests of all subjects. */
    public static final int MOST_TESTS = 200;

    /** Keeps what it is given from changing. */
    public Kept {
        tallies = Map.copyOf(tallies);
        events = List.copyOf(events);
        hours = List.copyOf(hours);
        marks = List.copyOf(marks);
    }
}
