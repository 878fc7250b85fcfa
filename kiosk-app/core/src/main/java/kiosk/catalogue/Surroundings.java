package kiosk.catalogue;

import java.util.Set;
import kiosk.device.DeviceKind;

/**
 * What an item's availability depends on.
 *
 * @param usable the devices work can be given to now
 * @param reachable the departments that answer now
 * @param queueOpen whether the queue takes submissions; it closes when the disk is nearly full or broken
 */
public record Surroundings(Set<DeviceKind> usable, Set<Department> reachable, boolean queueOpen) {
    /** Keeps the sets from changing. */
    public Surroundings {
        usable = Set.copyOf(usable);
        reachable = Set.copyOf(reachable);
    }
}
