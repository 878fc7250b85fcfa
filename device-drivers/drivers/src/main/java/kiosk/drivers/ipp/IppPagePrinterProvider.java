package kiosk.drivers.ipp;

import java.util.Set;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;

/**
 * The driver {@code ipp}. Options: {@code uri} ({@code ipps://host:port/path}, or {@code ipp://} to this machine), {@code insecure}
 * ({@code true} lets {@code ipp://} go elsewhere), {@code document-format} ({@code application/pdf}), {@code media}
 * ({@code iso_a4_210x297mm}, a name of PWG 5101.1).
 */
public final class IppPagePrinterProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "ipp";
    }

    @Override
    public Device open(DeviceSettings settings) {
        settings.allow(Set.of("uri", "insecure", "document-format", "media"));
        return new IppPagePrinter(settings);
    }
}
