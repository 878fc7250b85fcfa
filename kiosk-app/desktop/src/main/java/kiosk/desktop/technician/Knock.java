package kiosk.desktop.technician;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** The hidden way in: five touches at the same place within three seconds. */
public final class Knock {
    private static final int TOUCHES = 5;
    private static final long WITHIN = 3000;

    private final Clock clock;
    private final Deque<Long> touches = new ArrayDeque<>();

    /** Nobody has knocked yet. */
    public Knock(Clock clock) {
        this.clock = clock;
    }

    /** One touch; the answer is whether it was the fifth in time. */
    public boolean touch() {
        long now = clock.millis();
        touches.addLast(now);
        while (touches.size() > TOUCHES || now - touches.getFirst() > WITHIN) {
            touches.removeFirst();
        }
        boolean knocked = touches.size() == TOUCHES;
        if (knocked) {
            touches.clear();
        }
        return knocked;
    }
}
