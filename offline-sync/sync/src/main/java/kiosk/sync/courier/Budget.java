package kiosk.sync.courier;

import java.time.Duration;

/**
 * How often a terminal may try again in vain: what is tried for the first time costs nothing, what is tried again costs one and gives it
 * back where it succeeds. So a platform that answers everything with an error gets each thing once, a few again, and then one in two
 * minutes; one thing that always fails holds up nothing.
 */
final class Budget {
    private static final double MOST = 10;
    private static final double OF_A_SUCCESS = 0.2;
    private static final long REFILL = Duration.ofMinutes(2).toNanos();

    private double left = MOST;
    private long filledAt;

    /** How many may be tried again now. */
    int left(long now) {
        fill(now);
        return (int) left;
    }

    /** One goes; what somebody waits for goes though nothing is left, and leaves no debt. */
    void setsOut(boolean again) {
        left = Math.max(0, left - (again ? 1 : 0));
    }

    void succeeded(boolean again) {
        left = Math.min(MOST, left + (again ? 1 + OF_A_SUCCESS : OF_A_SUCCESS));
    }

    /** The line was away: what failed for that was not the platform's doing. */
    void lineIsBack() {
        left = MOST;
    }

    /** When the next one may be tried again. */
    long nextAt(long now) {
        fill(now);
        return left >= 1 ? now : filledAt + (long) ((1 - left) * REFILL);
    }

    private void fill(long now) {
        left = Math.min(MOST, left + (double) (now - filledAt) / REFILL);
        filledAt = now;
    }
}
