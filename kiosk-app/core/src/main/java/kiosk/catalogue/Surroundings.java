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
 * @param queueOpen whether the queue takes submissions; it closes when the disk is nearly full or broken
 * @param chores what the host's clerk is to see to
 */
public record Surroundings(Set<DeviceKind> usable, Set<Department> reachable, boolean queueOpen, List<Chore> chores) {
    /** Keeps the sets from changing. */
    public Surroundings {
        usable = Set.copyOf(usable);
        reachable = Set.copyOf(reachable);
        chores = List.copyOf(chores);
    }

    /** Surroundings in which the clerk has nothing to see to. */
    public Surroundings(Set<DeviceKind> usable, Set<Department> reachable, boolean queueOpen) {
        this(usable, reachable, queueOpen, List.of());
    }
}
