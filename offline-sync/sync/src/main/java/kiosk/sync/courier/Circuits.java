package kiosk.sync.courier;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to the platform, and beyond it the way to each department: what one department cannot take waits by one timer, the rest goes on. */
final class Circuits {
    private final Backoff backoff;
    private final Circuit platform;
    private final Map<String, Circuit> departments = new HashMap<>();

    Circuits(Backoff backoff) {
        this.backoff = backoff;
        this.platform = new Circuit(backoff);
    }

    /** The way one took, and how often each half of it had been broken before. */
    record Way(String department, int platformBreaks, int departmentBreaks) {}

    boolean platformLets(long now) {
        return platform.lets(now);
    }

    /** Whether something for that department may go. */
    boolean lets(String department, long now) {
        return platform.lets(now) && of(department).lets(now);
    }

    /** The departments for which nothing may go now. */
    Set<String> held(long now) {
        return departments.entrySet().stream()
                .filter(it -> !it.getValue().lets(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Way setsOut(String department) {
        return new Way(department, platform.setsOut(), of(department).setsOut());
    }

    /** The department itself answered. */
    void worked(Way way) {
        platform.worked(way.platformBreaks());
        of(way.department()).worked(way.departmentBreaks());
    }

    /** The platform answered, for reasons that say nothing of the department. */
    void platformWorked(Way way) {
        platform.worked(way.platformBreaks());
        of(way.department()).saidNothing(way.departmentBreaks());
    }

    void saidNothing(Way way) {
        platform.saidNothing(way.platformBreaks());
        of(way.department()).saidNothing(way.departmentBreaks());
    }

    Duration platformFailed(Way way, long now, Optional<Duration> asked) {
        of(way.department()).saidNothing(way.departmentBreaks());
        return platform.failed(way.platformBreaks(), now, asked);
    }

    /** How often in a row the platform did not answer. */
    int platformFailures() {
        return platform.failures();
    }

    Duration departmentFailed(Way way, long now, Optional<Duration> asked) {
        platform.worked(way.platformBreaks());
        return of(way.department()).failed(way.departmentBreaks(), now, asked);
    }

    /** The platform answers again; of the departments that says nothing. */
    void lineIsBack() {
        platform.reset();
    }

    /** When anything of this changes by time alone. */
    Stream<Long> changes() {
        return Stream.concat(Stream.of(platform), departments.values().stream()).flatMap(it -> it.opensAt().stream());
    }

    private Circuit of(String department) {
        return departments.computeIfAbsent(department, it -> new Circuit(backoff));
    }
}
