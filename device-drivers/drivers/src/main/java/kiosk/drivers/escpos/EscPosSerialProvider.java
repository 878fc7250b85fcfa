package kiosk.drivers.escpos;

import java.util.Optional;
import java.util.Set;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.drivers.serial.SerialPlaces;

/** The driver {@code escpos-serial}. Options: {@code port} (a device path, or COM3), {@code baud} (115200). */
public final class EscPosSerialProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "escpos-serial";
    }

    @Override
    public Optional<String> placeOption() {
        return Optional.of("port");
    }

    @Override
    public Set<String> places(DeviceSettings settings) {
        return SerialPlaces.now();
    }

    @Override
    public Device open(DeviceSettings settings) {
        settings.allow(Set.of("port", "baud"));
        int baud = EscPosTcpProvider.number("baud", settings.optional("baud", "115200"), 4_000_000);
        return new EscPosPrinter(new SerialWire(settings.required("port"), baud));
    }
}
