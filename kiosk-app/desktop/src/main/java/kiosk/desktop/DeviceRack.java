package kiosk.desktop;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiosk.desktop.technician.place.Rebinder;
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
import kiosk.diagnosis.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Opens the devices that the settings name, by the drivers that {@link ServiceLoader} finds; where a technician found a device elsewhere
 * than the settings say, it is looked for there.
 */
final class DeviceRack implements Rebinder {
    private final Map<String, DeviceProvider> drivers = new HashMap<>();
    private final Map<DeviceKind, DeviceSettings> settings = new EnumMap<>(DeviceKind.class);
    private final Map<DeviceKind, Slot> slots = new EnumMap<>(DeviceKind.class);
    private final PlaceFile placed;

    /** A rack that remembers in that folder where devices were found. */
    DeviceRack(Path dataFolder) {
        placed = new PlaceFile(dataFolder.resolve("devices.places"));
        ServiceLoader.load(DeviceProvider.class).forEach(it -> drivers.put(it.driver(), it));
    }

    /**
     * Opens them all; a kind that is not named is absent.
     *
     * @throws IllegalArgumentException if a driver is unknown, does not fit its kind or does not understand its options
     */
    Devices open(Map<DeviceKind, DeviceSettings> wanted) {
        settings.putAll(placed(wanted));
        settings.forEach((kind, how) -> slots.put(kind, new Slot(driver(how).open(how))));
        Devices absent = AbsentDevice.none();
        return new Devices(
                as(DeviceKind.ID_CARD_READER, IdCardReader.class, absent.idCardReader()),
                as(DeviceKind.SOCIAL_CARD_READER, SocialCardReader.class, absent.socialCardReader()),
                as(DeviceKind.CODE_SCANNER, CodeScanner.class, absent.codeScanner()),
                as(DeviceKind.DOCUMENT_SCANNER, DocumentScanner.class, absent.documentScanner()),
                as(DeviceKind.RECEIPT_PRINTER, ReceiptPrinter.class, absent.receiptPrinter()),
                as(DeviceKind.PAGE_PRINTER, PagePrinter.class, absent.pagePrinter()));
    }

    /** The settings, with the places where technicians found devices before those that were set. */
    Map<DeviceKind, DeviceSettings> placed(Map<DeviceKind, DeviceSettings> wanted) {
        Map<DeviceKind, String> places = placed.places();
        Map<DeviceKind, DeviceSettings> there = new EnumMap<>(DeviceKind.class);
        wanted.forEach((kind, how) -> there.put(kind, at(places.get(kind), how)));
        return there;
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

    /** The settings with another place, if there is one and the driver knows of places. */
    private DeviceSettings at(@Nullable String place, DeviceSettings how) {
        Optional<String> option = driver(how).placeOption();
        if (place == null || option.isEmpty()) {
            return how;
        }
        Map<String, String> options = new HashMap<>(how.options());
        options.put(option.get(), place);
        return new DeviceSettings(how.driver(), options);
    }

    /** How the devices are attached. */
    Map<DeviceKind, Attachment> attachments() {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> Attachment.of(it.getValue())));
    }

    @Override
    public boolean canBind(DeviceKind kind) {
        DeviceSettings how = settings.get(kind);
        return how != null && driver(how).placeOption().isPresent();
    }

    @Override
    public Set<String> places(DeviceKind kind) {
        DeviceSettings how = settings.get(kind);
        return how == null ? Set.of() : driver(how).places(how);
    }

    @Override
    public void bind(DeviceKind kind, String place) {
        DeviceSettings how = settings.get(kind);
        Slot slot = slots.get(kind);
        if (how == null || slot == null) {
            throw new IllegalArgumentException("a device that is not in the settings has no place");
        }
        placed.put(kind, place);
        DeviceSettings there = at(place, how);
        settings.put(kind, there);
        slot.put(driver(there).open(there));
    }

    private <T extends Device> T as(DeviceKind kind, Class<T> port, T otherwise) {
        Slot slot = slots.get(kind);
        if (slot != null && !slot.holds(port)) {
            throw new IllegalArgumentException("the driver of " + kind + " is none for a " + port.getSimpleName());
        }
        return slot == null ? otherwise : slot.as(port);
    }
}
