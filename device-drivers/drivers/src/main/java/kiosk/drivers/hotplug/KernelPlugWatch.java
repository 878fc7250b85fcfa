package kiosk.drivers.hotplug;

import java.util.Optional;
import kiosk.device.plug.PlugWatch;

/** Knows from the kernel that a device has come that a driver may wait for. */
public final class KernelPlugWatch implements PlugWatch {
    @Override
    public Ear listen(Runnable pluggedIn) {
        Optional<KernelEvents> events = KernelEvents.hear(event -> {
            if (event.bringsADevice()) {
                pluggedIn.run();
            }
        });
        return () -> events.ifPresent(KernelEvents::close);
    }
}
