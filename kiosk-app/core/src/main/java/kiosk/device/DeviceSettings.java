package kiosk.device;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code kiosk.yaml} says of one device: the driver's name and the driver's own options. */
public record DeviceSettings(String driver, Map<String, String> options) {
    /** Keeps the options from changing. */
    public DeviceSettings {
        options = Map.copyOf(options);
    }

    /** The option of that name. @throws IllegalArgumentException if it is not set */
    public String required(String option) {
        String value = options.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("driver " + driver + " needs the option " + option);
        }
        return value;
    }

    /** The option of that name, or what holds where it is not set. */
    public String optional(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    /** Refuses options outside the known ones, naming both. */
    public void allow(Set<String> known) {
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "driver " + driver + " does not know " + unknown + "; it knows " + new TreeSet<>(known));
        }
    }
}
