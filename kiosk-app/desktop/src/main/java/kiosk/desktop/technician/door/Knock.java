package kiosk.desktop.technician.door;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.Idle;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.Visit;

/** The hidden way in: five touches at the same place within three seconds. A knock during a visit is remembered until it has ended. */
public final class Knock {
    private static final int TOUCHES = 5;
    private static final long WITHIN = 3000;

    private final Clock clock;
    private final Deque<Long> touches = new ArrayDeque<>();
    private boolean wished;

    /** Nobody has knocked yet. */
    public Knock(Clock clock) {
        this.clock = clock;
    }

    /** One touch while that visit is shown. */
    public void touch(Visit visit) {
        long now = clock.millis();
        touches.addLast(now);
        while (touches.size() > TOUCHES || now - touches.getFirst() > WITHIN) {
            touches.removeFirst();
        }
        if (touches.size() == TOUCHES) {
            touches.clear();
            wished |= !(visit instanceof AwaitingTechnician || visit instanceof UnderMaintenance);
        }
    }

    /** Whether the door is to be opened now: somebody has knocked, and nobody is served. Answers so once for each knock. */
    public boolean opens(Visit visit) {
        boolean open = wished && visit instanceof Idle;
        wished &= !open;
        return open;
    }
}
