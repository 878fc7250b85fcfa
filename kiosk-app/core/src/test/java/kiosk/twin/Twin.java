package kiosk.twin;

import kiosk.device.Device;
import kiosk.device.Health;

/** What all twins of devices have in common: they are well, and nothing is open. */
abstract class Twin implements Device {
    private volatile boolean closed;

    @Override
    public Health health() {
        return Health.online(Health.Nameplate.UNKNOWN);
    }

    @Override
    public void close() {
        closed = true;
    }

    public boolean closed() {
        return closed;
    }
}
