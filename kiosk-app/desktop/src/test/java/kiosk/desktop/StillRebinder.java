package kiosk.desktop;

import java.util.Set;
import kiosk.desktop.technician.place.Rebinder;
import kiosk.device.DeviceKind;

/** Nothing is plugged in or out. */
final class StillRebinder implements Rebinder {
    @Override
    public boolean canBind(DeviceKind kind) {
        return kind == DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> places(DeviceKind kind) {
        return Set.of("/dev/ttyS0");
    }

    @Override
    public void bind(DeviceKind kind, String place) {
        throw new IllegalStateException("nothing was found");
    }
}
