package kiosk.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiosk.device.DeviceSettings;

/** How a device is attached to the terminal, as its settings say. */
public sealed interface Attachment {
    /**
     * A serial line, on its own or over USB.
     *
     * @param path the port; {@code /dev/serial/by-path/…} tells the USB hub as well
     * @param baud the speed that the settings name, empty where the driver's usual one holds
     */
    record Serial(String path, Optional<String> baud) implements Attachment {
        private static final Pattern USB = Pattern.compile("(.*-usb-[0-9]+:[0-9.]*?)\\.?[0-9]+:[0-9.]+.*");

        /** What the port hangs on: the same words for ports of one hub, and for all whose paths do not tell. */
        public String hub() {
            Matcher usb = USB.matcher(path);
            return usb.matches() ? usb.group(1) : "";
        }
    }

    /** A port of USB that the driver finds by itself. */
    record Usb(String name) implements Attachment {}

    /** A host and port on a network. */
    record Tcp(String host, int port) implements Attachment {
        /** Whether that is this machine itself. */
        public boolean here() {
            return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
        }
    }

    /** A reader of pcscd; an empty name stands for any. */
    record Pcsc(String reader) implements Attachment {}

    /** A scanner of saned. */
    record Saned(String host, int port) implements Attachment {}

    /** The settings do not tell. */
    record Untold() implements Attachment {}

    /**
     * The attachment that a device's settings tell. Drivers name it by one of the options {@code port} (a serial line), {@code host}
     * with {@code port}, {@code uri}, or by beginning their name with {@code pcsc} or {@code sane}.
     */
    static Attachment of(DeviceSettings settings) {
        return AttachmentWords.of(settings);
    }
}
