package platform.issue;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import platform.people.Person.Employment;

/** Months from one to another, both included. */
record Months(YearMonth from, YearMonth to) {
    private static final int USUAL = 12;

    /** A range such as {@code 2026-01/2026-11}; without one the last twelve full months. */
    static Months parse(String range, YearMonth now) {
        if (range.isEmpty()) {
            return new Months(now.minusMonths(USUAL), now.minusMonths(1));
        }
        String[] ends = range.split("/", 2);
        return new Months(YearMonth.parse(ends[0]), YearMonth.parse(ends[1]));
    }

    /** The months of these in which somebody was employed. */
    List<YearMonth> within(@Nullable Employment employment) {
        if (employment == null) {
            return List.of();
        }
        YearMonth since = YearMonth.parse(employment.since());
        YearMonth until = employment.until() == null ? to : YearMonth.parse(employment.until());
        return all().filter(month -> !month.isBefore(since) && !month.isAfter(until))
                .toList();
    }

    private Stream<YearMonth> all() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1));
    }

    @Override
    public String toString() {
        return from + " 至 " + to;
    }
}
