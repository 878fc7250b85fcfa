package kiosk.upkeep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a device over time.
 *
 * @param tallies what was counted since it was put up; what was never counted is missing
 * @param events the last changes, at most twenty, the newest first
 * @param week the hours of the last seven days in which it worked, the oldest first
 * @param lastTest its last test
 * @param printsLeft about how many more it prints before its paper is out; empty where that cannot be said
 */
public record Life(
        Map<Tally, Long> tallies,
        List<DeviceEvent> events,
        List<Hour> week,
        Optional<TestRecord> lastTest,
        OptionalInt printsLeft) {
    /** A device of which nothing is known. */
    public static final Life UNKNOWN = new Life(Map.of(), List.of(), List.of(), Optional.empty(), OptionalInt.empty());

    /** Keeps what it is given from changing. */
    public Life {
        tallies = Map.copyOf(tallies);
        events = List.copyOf(events);
        week = List.copyOf(week);
    }

    /** How much was counted of it. */
    public long of(Tally tally) {
        return tallies.getOrDefault(tally, 0L);
    }
}
