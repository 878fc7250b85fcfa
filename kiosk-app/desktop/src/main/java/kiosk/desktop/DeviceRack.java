package kiosk.desktop;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import kiosk.device.AbsentDevice;
import kiosk.device.CodeScanner;
import kiosk.device.Device;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.Devices;
import kiosk.device.DocumentScanner;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.PagePrinter;
import kiosk.device.ReceiptPrinter;
import kiosk.device.SocialCardReader;

/** Opens the devices that the settings name, by the drivers that {@link ServiceLoader} finds. */
final class DeviceRack {
    private final Map<String, DeviceProvider> drivers = new HashMap<>();
    private final Map<DeviceKind, Device> opened = new EnumMap<>(DeviceKind.class);

    DeviceRack() {
        ServiceLoader.load(DeviceProvider.class).forEach(it -> drivers.put(it.driver(), it));
    }

    /**
     * Opens them all; a kind that is not named is absent.
     *
     * @throws IllegalArgumentException if a driver is unknown, does not fit its kind or does not understand its options
     */
    Devices open(Map<DeviceKind, DeviceSettings> settings) {
        settings.forEach((kind, how) -> opened.put(kind, driver(how).open(how)));
        Devices absent = AbsentDevice.none();
        return new Devices(
                as(DeviceKind.ID_CARD_READER, IdCardReader.class, absent.idCardReader()),
                as(DeviceKind.SOCIAL_CARD_READER, SocialCardReader.class, absent.socialCardReader()),
                as(DeviceKind.CODE_SCANNER, CodeScanner.class, absent.codeScanner()),
                as(DeviceKind.DOCUMENT_SCANNER, DocumentScanner.class, absent.documentScanner()),
                as(DeviceKind.RECEIPT_PRINTER, ReceiptPrinter.class, absent.receiptPrinter()),
                as(DeviceKind.PAGE_PRINTER, PagePrinter.class, absent.pagePrinter()));
    }

    /** Opens one device. @throws IllegalArgumentException as {@link #open} does */
    Device one(DeviceSettings how) {
        return driver(how).open(how);
    }

    /** Opens them all, looks how they are, and closes them again. */
    Map<DeviceKind, Health> looked(Map<DeviceKind, DeviceSettings> settings) {
        Devices devices = open(settings);
        Map<DeviceKind, Health> healths = new EnumMap<>(DeviceKind.class);
        for (DeviceKind kind : DeviceKind.values()) {
            healths.put(kind, devices.of(kind).health());
        }
        devices.all().forEach(Device::close);
        return healths;
    }

    private DeviceProvider driver(DeviceSettings settings) {
        DeviceProvider driver = drivers.get(settings.driver());
        if (driver == null) {
            throw new IllegalArgumentException(
                    "no driver is called " + settings.driver() + "; there are " + new TreeSet<>(drivers.keySet()));
        }
        return driver;
    }

    private <T> T as(DeviceKind kind, Class<T> port, T otherwise) {
        Device device = opened.get(kind);
        if (device != null && !port.isInstance(device)) {
            throw new IllegalArgumentException("the driver of " + kind + " is none for a " + port.getSimpleName());
        }
        return device == null ? otherwise : port.cast(device);
    }
}
