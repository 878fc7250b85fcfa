package kiosk.device;

import java.util.Optional;
import java.util.Set;

/** A driver as {@link java.util.ServiceLoader} finds it: one class and one line in META-INF/services. */
public interface DeviceProvider {
    /** The name by which {@code kiosk.yaml} asks for this driver, for instance {@code sdt-serial}. */
    String driver();

    /**
     * Makes the device. Returns at once and never fails because the device is missing: that is an OFFLINE health.
     *
     * @throws IllegalArgumentException if an option is missing, unknown or malformed; the message names the option, and what is known
     */
    Device open(DeviceSettings settings);

    /** The option that names where the device is attached, for drivers that can tell which places there are. */
    default Optional<String> placeOption() {
        return Optional.empty();
    }

    /** The places to which something is attached now, as that option names them; may take a second. */
    default Set<String> places(DeviceSettings settings) {
        return Set.of();
    }
}
