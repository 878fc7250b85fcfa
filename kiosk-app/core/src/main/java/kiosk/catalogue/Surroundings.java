package kiosk.catalogue;

import java.util.List;
import java.util.Set;
import kiosk.device.DeviceKind;
import kiosk.upkeep.Chore;

/**
 * What an item's availability depends on, and what the host's clerk could do about it.
 *
 * @param usable the devices work can be given to now
 * @param reachable the departments that answer now
 * @param queue whether the queue takes submissions
 * @param chores what the host's clerk is to see to
 */
public record Surroundings(Set<DeviceKind> usable, Set<Department> reachable, Queue queue, List<Chore> chores) {
    /** Whether the queue takes submissions. */
    public enum Queue {
        /** It could take the largest one now. */
        OPEN,
        /** There is no room for the largest one, and still some for what is being filled in; what is delivered makes room. */
        NEARLY_FULL,
        /** There is no room; what is delivered makes some. */
        FULL,
        /** It takes none for another reason: its disk fails, or nothing can be sealed. */
        CLOSED
    }

    /** Keeps the sets from changing. */
    public Surroundings {
        usable = Set.copyOf(usable);
        reachable = Set.copyOf(reachable);
        chores = List.copyOf(chores);
    }

    /** Surroundings in which the clerk has nothing to see to. */
    public Surroundings(Set<DeviceKind> usable, Set<Department> reachable, boolean queueOpen) {
        this(usable, reachable, queueOpen ? Queue.OPEN : Queue.CLOSED, List.of());
    }

    /** Whether the queue takes submissions. */
    public boolean queueOpen() {
        return queue == Queue.OPEN;
    }
}
