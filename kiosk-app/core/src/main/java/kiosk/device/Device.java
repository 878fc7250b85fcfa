package kiosk.device;

/** A device of the terminal: it tells how it is and heals by itself after unplugging or a restart of its far end. */
public interface Device extends AutoCloseable {
    /** How the device is now; may ask the device, blocks for two seconds at most and never throws. */
    Health health();

    /** Releases port, socket or context; afterwards every call answers with an OFFLINE fault. Twice is harmless. */
    @Override
    void close();
}
