package kiosk.desktop.technician.report;

import java.time.Instant;
import java.util.Map;
import kiosk.device.DeviceKind;
import kiosk.device.Health;

/** How a technician found the terminal. */
public record Found(int technician, Instant begun, Map<DeviceKind, Health> healths) {
    /** Keeps the map from changing. */
    public Found {
        healths = Map.copyOf(healths);
    }
}
