package kiosk.device.card;

import kiosk.device.DeviceSettings;

/** A way to the province's keys as {@link java.util.ServiceLoader} finds it: one class and one line in META-INF/services. */
public interface CardAuthenticatorProvider {
    /** The name by which a reader's settings ask for it. */
    String name();

    /**
     * Makes the authenticator. Returns at once and never fails because module or line are missing.
     *
     * @param settings the reader's options that begin with {@code authenticator-}, without that beginning
     * @throws IllegalArgumentException if an option is missing, unknown or malformed; the message names it
     */
    CardAuthenticator open(DeviceSettings settings);
}
