package kiosk.device;

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
}
