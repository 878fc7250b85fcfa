package kiosk.drivers.ipp;

import java.time.Duration;

/** How long a print may still take: first for the work, then a little for putting things in order. */
final class Patience {
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(3);
    private static final Duration LEAST = Duration.ofMillis(1);

    private final long workEnds;
    private final long allEnds;

    private Patience(long workEnds, long allEnds) {
        this.workEnds = workEnds;
        this.allEnds = allEnds;
    }

    /** Keeps a quarter for the end, three seconds at most. */
    static Patience of(Duration whole) {
        Duration quarter = whole.dividedBy(4);
        Duration grace = quarter.compareTo(LONGEST_GRACE) < 0 ? quarter : LONGEST_GRACE;
        long now = System.nanoTime();
        return new Patience(now + whole.minus(grace).toNanos(), now + whole.toNanos());
    }

    /** No more work: what is left is for putting things in order, and never more than the longest grace. */
    Patience withoutWork() {
        long now = System.nanoTime();
        long grace = now + LONGEST_GRACE.toNanos();
        return new Patience(now, allEnds - grace < 0 ? allEnds : grace);
    }

    boolean workIsOver() {
        return workEnds - System.nanoTime() <= 0;
    }

    boolean isOver() {
        return allEnds - System.nanoTime() <= 0;
    }

    /** What is left for the work, but at most {@code most} and never nothing. */
    Duration forWork(Duration most) {
        return between(workEnds, most);
    }

    /** What is left of all, but at most {@code most} and never nothing. */
    Duration forEnd(Duration most) {
        return between(allEnds, most);
    }

    private static Duration between(long end, Duration most) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        Duration bounded = left.compareTo(most) < 0 ? left : most;
        return bounded.compareTo(LEAST) < 0 ? LEAST : bounded;
    }
}
