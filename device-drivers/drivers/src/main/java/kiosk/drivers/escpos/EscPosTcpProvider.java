package kiosk.drivers.escpos;

import java.util.Set;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;

/** The driver {@code escpos-tcp}. Options: {@code host}, {@code port} (9100). */
public final class EscPosTcpProvider implements DeviceProvider {
    private static final int LAST_PORT = 65_535;

    @Override
    public String driver() {
        return "escpos-tcp";
    }

    @Override
    public Device open(DeviceSettings settings) {
        settings.allow(Set.of("host", "port"));
        int port = number("port", settings.optional("port", "9100"), LAST_PORT);
        return new EscPosPrinter(new TcpWire(settings.required("host"), port));
    }

    /** A number from 1 to {@code most}. @throws IllegalArgumentException naming the option if it is none */
    static int number(String option, String text, int most) {
        boolean digits = text.matches("\\d{1,8}");
        int number = digits ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("the option " + option + " must be a number from 1 to " + most);
        }
        return number;
    }
}
