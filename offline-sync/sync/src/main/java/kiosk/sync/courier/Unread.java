package kiosk.sync.courier;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What the disk did not give, and for how long. One place of a disk may never be read again: after a day, and twenty tries, a person is
 * to look at it, and nothing waits for it any longer. A restart begins to count anew.
 */
final class Unread {
    private static final int MOST_TRIES = 20;
    private static final long LONGEST = Duration.ofDays(1).toNanos();

    /** By place in the queue. */
    private final Map<Long, Tries> all = new HashMap<>();

    private record Tries(long since, int count) {}

    /** Counts one more try in vain; answers whether that was the last. */
    boolean again(long seq, long passed) {
        Tries tries =
                all.merge(seq, new Tries(passed, 1), (before, one) -> new Tries(before.since(), before.count() + 1));
        boolean last = tries.count() >= MOST_TRIES && passed - tries.since() >= LONGEST;
        if (last) {
            forget(seq);
        }
        return last;
    }

    /** It was read. */
    void forget(long seq) {
        all.remove(seq);
    }
}
