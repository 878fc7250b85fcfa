package kiosk.diagnosis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import kiosk.device.DeviceSettings;

/** Reads from the options of a driver how its device is attached. */
final class AttachmentWords {
    private static final int SANED = 6566;
    private static final int ESCPOS = 9100;
    private static final int IPP = 631;

    private AttachmentWords() {}

    static Attachment of(DeviceSettings settings) {
        Map<String, String> options = settings.options();
        if (settings.driver().startsWith("pcsc")) {
            return new Attachment.Pcsc(settings.optional("reader", ""));
        } else if (options.containsKey("uri")) {
            return address(settings.required("uri"));
        } else if (settings.driver().startsWith("sane")) {
            return new Attachment.Saned(settings.optional("host", "localhost"), port(settings, SANED));
        } else if (options.containsKey("host")) {
            return new Attachment.Tcp(settings.required("host"), port(settings, ESCPOS));
        } else if (options.containsKey("port")) {
            return new Attachment.Serial(settings.required("port"), Optional.ofNullable(options.get("baud")));
        }
        return options.containsKey("usb") ? new Attachment.Usb(settings.required("usb")) : new Attachment.Untold();
    }

    private static Attachment address(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() == null
                    ? new Attachment.Untold()
                    : new Attachment.Tcp(uri.getHost(), uri.getPort() > 0 ? uri.getPort() : usual(uri));
        } catch (URISyntaxException noAddress) {
            return new Attachment.Untold();
        }
    }

    private static int usual(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "http" -> 80;
            case "https" -> 443;
            default -> IPP;
        };
    }

    private static int port(DeviceSettings settings, int usual) {
        String port = settings.optional("port", "");
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : usual;
    }
}
