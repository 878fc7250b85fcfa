package kiosk.upkeep;

import java.util.Optional;
import kiosk.device.DeviceKind;

/** What a technician can test: the devices, and what else the terminal stands on. */
public enum Subject {
    /** The reader of identity cards. */
    ID_CARD_READER,
    /** The reader of social-security cards. */
    SOCIAL_CARD_READER,
    /** The scanner of codes. */
    CODE_SCANNER,
    /** The scanner of papers. */
    DOCUMENT_SCANNER,
    /** The printer of receipts. */
    RECEIPT_PRINTER,
    /** The printer of A4 pages. */
    PAGE_PRINTER,
    /** The screen, as a finger meets it. */
    TOUCH_SCREEN,
    /** The speaker. */
    SPEAKER,
    /** The way to the platform, hop by hop. */
    NETWORK,
    /** The clock. */
    CLOCK,
    /** The disk. */
    DISK,
    /** The memory. */
    MEMORY,
    /** The terminal's database. */
    DATABASE;

    /** The subject that a device is. */
    public static Subject of(DeviceKind device) {
        return valueOf(device.name());
    }

    /** The device it is, if it is one of the ports. */
    public Optional<DeviceKind> device() {
        for (DeviceKind kind : DeviceKind.values()) {
            if (kind.name().equals(name())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
