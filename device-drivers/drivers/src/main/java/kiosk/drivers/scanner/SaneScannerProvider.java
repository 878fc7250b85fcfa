package kiosk.drivers.scanner;

import java.util.Set;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;

/**
 * The driver {@code sane-net}. Options: {@code host}; {@code port}, by default 6566; {@code device}, the scanner's name at saned, by
 * default the first; {@code source}, where it takes paper from, in its own words, by default what it takes it from anyway.
 */
public final class SaneScannerProvider implements DeviceProvider {
    private static final String SANED_PORT = "6566";

    @Override
    public String driver() {
        return "sane-net";
    }

    @Override
    public Device open(DeviceSettings settings) {
        settings.allow(Set.of("host", "port", "device", "source"));
        return new SaneScanner(new SaneScanner.Place(
                settings.required("host"),
                port(settings.optional("port", SANED_PORT)),
                settings.optional("device", ""),
                settings.optional("source", "")));
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("driver sane-net: the option port is not a port number");
        }
        return port;
    }
}
