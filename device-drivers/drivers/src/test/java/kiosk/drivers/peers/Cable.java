package kiosk.drivers.peers;

/** The cable between a driver and the device at its far end, which can be pulled and plugged. */
public interface Cable extends AutoCloseable {
    /** Where the driver finds its end: a path, or host and port. */
    String address();

    /** Pulls it; twice is harmless. */
    void unplug();

    /** Plugs it in again; twice is harmless. */
    void plug();

    /** How many bytes it has handed over since it was plugged in; negative if it does not count. */
    default long carried() {
        return -1;
    }

    @Override
    void close();

    /** The cable that an emulator has of itself, turned by its own verbs. */
    static Cable ofItself(String address, Runnable out, Runnable in) {
        return new OwnCable(address, out, in);
    }

    /** See {@link #ofItself}. */
    record OwnCable(String address, Runnable out, Runnable in) implements Cable {
        @Override
        public void unplug() {
            out.run();
        }

        @Override
        public void plug() {
            in.run();
        }

        @Override
        public void close() {
            unplug();
        }
    }
}
