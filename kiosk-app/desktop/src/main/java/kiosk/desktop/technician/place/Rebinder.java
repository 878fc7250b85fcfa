package kiosk.desktop.technician.place;

import java.util.Set;
import kiosk.device.DeviceKind;

/** Tells where devices may be attached, and attaches one somewhere else for good. */
public interface Rebinder {
    /** Whether the driver of that device can tell which places there are. */
    boolean canBind(DeviceKind kind);

    /** The places to which something is attached now; may take a second. */
    Set<String> places(DeviceKind kind);

    /** From now on, and after every restart, the device is looked for there; the old connection is closed. */
    void bind(DeviceKind kind, String place);
}
