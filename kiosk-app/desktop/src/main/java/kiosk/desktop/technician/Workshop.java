package kiosk.desktop.technician;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.Health;
import kiosk.submission.Outbox;

/**
 * What a technician works on.
 *
 * @param healths how the devices were when last looked at; does not block
 * @param versions what runs here, a line each
 */
public record Workshop(
        PinGuard guard,
        Devices devices,
        Supplier<Map<DeviceKind, Health>> healths,
        Outbox outbox,
        List<String> versions) {
    /** Keeps the list from changing. */
    public Workshop {
        versions = List.copyOf(versions);
    }
}
