package kiosk.desktop.technician;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kiosk.desktop.technician.door.Guard;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.Health;
import kiosk.journal.Journal;
import kiosk.submission.Outbox;

/**
 * What a technician works on.
 *
 * @param terminal the terminal's name
 * @param session how long a technician may stay
 * @param healths how the devices were when last looked at; does not block
 * @param versions what runs here, a line each
 */
public record Workshop(
        String terminal,
        Guard guard,
        Duration session,
        Journal journal,
        Devices devices,
        Supplier<Map<DeviceKind, Health>> healths,
        Outbox outbox,
        List<String> versions) {
    /** Keeps the list from changing. */
    public Workshop {
        versions = List.copyOf(versions);
    }
}
