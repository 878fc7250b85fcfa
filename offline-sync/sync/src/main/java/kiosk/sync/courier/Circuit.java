package kiosk.sync.courier;

import java.time.Duration;
import java.util.Optional;

/**
 * A way that may be broken: after a failure nobody takes it for a while, then one goes to see, and only when that one came through do the
 * others follow. All times are nanoseconds that passed ({@link Times#passed}).
 */
final class Circuit {
    private final Backoff backoff;
    private boolean broken;
    private boolean probing;
    private int failures;
    private int breaks;
    private long closedUntil;

    Circuit(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Whether one more may go now. */
    boolean lets(long now) {
        return !broken || (!probing && now >= closedUntil);
    }

    /**
     * One goes; on a broken way it is the one that goes to see.
     *
     * @return how often the way was broken before: who left earlier than that knows nothing of how it is since
     */
    int setsOut() {
        probing = broken;
        return breaks;
    }

    /** One came through that set out after so many breaks. */
    void worked(int since) {
        if (since == breaks) {
            reset();
        }
    }

    /** One came back without a word about the way. */
    void saidNothing(int since) {
        probing = probing && since != breaks;
    }

    /**
     * One did not come through. Those that were under way together failed once, not each for itself.
     *
     * @param asked what the platform asks for; that is no failure of the way
     * @return how long nobody goes from now on
     */
    Duration failed(int since, long now, Optional<Duration> asked) {
        if (since == breaks) {
            breaks++;
            broken = true;
            probing = false;
            failures += asked.isPresent() ? 0 : 1;
            closedUntil = now + backoff.after(failures, asked).toNanos();
        } else if (broken && asked.isPresent()) {
            closedUntil =
                    Math.max(closedUntil, now + backoff.after(failures, asked).toNanos());
        }
        return Duration.ofNanos(broken ? Math.max(0, closedUntil - now) : 0);
    }

    /** How often in a row it failed, but for what the platform asked for. */
    int failures() {
        return failures;
    }

    /** There is reason to believe that it is whole. */
    void reset() {
        broken = false;
        probing = false;
        failures = 0;
    }

    /** When one may go to see; empty where that is not a matter of time. */
    Optional<Long> opensAt() {
        return broken && !probing ? Optional.of(closedUntil) : Optional.empty();
    }
}
