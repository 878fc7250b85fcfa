package kiosk.sync.draft;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How old drafts are, whatever the clock is put to while this process runs: a draft neither dies before its time because the clock leapt
 * on, nor outlives it because the clock was put back. What seems to come from the future when it is first seen counts as new.
 */
final class Ages {
    /** So far a clock may be set back without anything following from it. */
    static final Duration DRIFT = Duration.ofMinutes(5);
    /** A terminal may have slept for a while; nobody lets it sleep for so long. */
    private static final Duration NOT_SLEEP = Duration.ofDays(30);

    /** What is added to the clock to get the time by which a draft ages. */
    private final Map<Path, Duration> shifts = new HashMap<>();

    private @Nullable Instant then;

    /** Looks at the clock; called at least once a minute, and before anything is stamped by it. */
    void look(Instant now) {
        Duration gone = then == null ? Duration.ZERO : Duration.between(then, now);
        if (gone.compareTo(DRIFT.negated()) < 0 || gone.compareTo(NOT_SLEEP) > 0) {
            shifts.replaceAll((file, shift) -> shift.minus(gone));
        }
        then = now;
    }

    /** The time by which the draft in that file ages. */
    Instant timeOf(Path file, DraftHeader header, Instant now) {
        Duration early = Duration.between(now, header.kept());
        return now.plus(shifts.computeIfAbsent(file, any -> early.compareTo(DRIFT) > 0 ? early : Duration.ZERO));
    }

    /** Another draft lies in that file now, or none. */
    void forget(Path file) {
        shifts.remove(file);
    }
}
