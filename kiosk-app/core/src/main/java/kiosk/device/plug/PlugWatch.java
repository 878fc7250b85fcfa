package kiosk.device.plug;

/**
 * Tells when something was plugged into the machine, as {@link java.util.ServiceLoader} finds it. It hastens what looking finds in any
 * case, and may tell nothing at all where the system does not.
 */
public interface PlugWatch {
    /** Tells from now on until it is closed, on a thread of its own; the listener must return at once. */
    Ear listen(Runnable pluggedIn);

    /** Somebody who is told. */
    interface Ear extends AutoCloseable {
        /** Nothing is told once this has returned. */
        @Override
        void close();
    }
}
