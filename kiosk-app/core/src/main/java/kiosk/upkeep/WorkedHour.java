package kiosk.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * One hour's work as it is kept: how long each piece took goes into steps of an eighth of a doubling, so that the hour needs the
 * same room whether it held ten pieces of work or ten thousand.
 *
 * @param steps how many pieces of work fell into each step; those of which it is not known how long they took are in none
 */
public record WorkedHour(Instant begin, long works, long failures, long slowestMillis, Map<Integer, Long> steps) {
    private static final int PARTS = 8;
    private static final int PARTS_BITS = 3;

    /** Keeps the map from changing. */
    public WorkedHour {
        steps = Map.copyOf(steps);
    }

    /** The hour around a moment, without any work. */
    static WorkedHour around(Instant moment) {
        return new WorkedHour(moment.truncatedTo(ChronoUnit.HOURS), 0, 0, 0, Map.of());
    }

    /** The same with one piece of work more; a duration of zero is not known. */
    WorkedHour with(Duration took, DeviceBook.Result result) {
        Map<Integer, Long> more = new TreeMap<>(steps);
        long millis = took.toMillis();
        if (millis > 0) {
            more.merge(step(millis), 1L, Long::sum);
        }
        long failed = result == DeviceBook.Result.FAILED ? 1 : 0;
        return new WorkedHour(begin, works + 1, failures + failed, Math.max(slowestMillis, millis), more);
    }

    /** As it is shown. */
    Hour shown() {
        return new Hour(begin, works, failures, Math.min(medianMillis(), slowestMillis), slowestMillis);
    }

    private long medianMillis() {
        long timed = steps.values().stream().mapToLong(Long::longValue).sum();
        long passed = 0;
        for (Map.Entry<Integer, Long> step : new TreeMap<>(steps).entrySet()) {
            passed += step.getValue();
            if (passed * 2 >= timed) {
                return middleOf(step.getKey());
            }
        }
        return 0;
    }

    /** Below sixteen a step is a millisecond; above, a doubling has eight. */
    private static int step(long millis) {
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(millis) - PARTS_BITS);
        return shift * PARTS + (int) (millis >> shift);
    }

    private static long middleOf(int step) {
        int shift = Math.max(0, step / PARTS - 1);
        long first = (long) (step - shift * PARTS) << shift;
        return first + (1L << shift) / 2;
    }
}
