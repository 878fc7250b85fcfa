package kiosk.sync.courier;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * When the platform wants a terminal to come again ({@code Retry-After}), which must not come earlier: neither with anything where it was
 * told so at a submission, nor with the same where it was told so at a hello or a reckoning. A terminal that is started anew, or whose
 * line comes back, knows nothing of it. In nanoseconds that passed.
 */
final class Wishes {
    private final Map<Kind, Long> from = new EnumMap<>(Kind.class);
    private final VirtualTime time;
    private int forgotten;

    /** How often the platform asked to be asked once more. */
    int invited;

    /** Whether the terminal came earlier than it was asked to. */
    boolean unheard;

    Wishes(VirtualTime time) {
        this.time = time;
    }

    /** What a terminal comes with. */
    enum Kind {
        SUBMISSION,
        HELLO,
        RECKONING
    }

    /** The terminal comes. */
    void comes(Kind with) {
        unheard |= early(with) || early(Kind.SUBMISSION);
    }

    private boolean early(Kind kind) {
        return time.nanos() < from.getOrDefault(kind, 0L);
    }

    /** From when on it may come again; the answer takes so long to arrive. */
    void later(Kind with, Duration took, Duration wish) {
        int now = forgotten;
        time.after(took, () -> {
            if (now == forgotten) {
                from.merge(with, time.nanos() + wish.toNanos(), Math::max);
            }
        });
        invited += with == Kind.SUBMISSION ? 0 : 1;
    }

    void forget() {
        forgotten++;
        from.clear();
    }
}
