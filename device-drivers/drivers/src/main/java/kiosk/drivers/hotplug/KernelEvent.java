package kiosk.drivers.hotplug;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to a device of the machine, as the kernel tells it (uevent): {@code add@/devices/…}, then properties
 * {@code NAME=value}, each ended by a zero byte.
 */
public record KernelEvent(String action, String device, Map<String, String> properties) {
    private static final Set<String> COMINGS = Set.of("add", "bind", "online", "change");
    private static final Set<String> KINDS = Set.of("tty", "usb", "usbmisc", "usb-serial", "hidraw", "video4linux");
    private static final int MOST_PROPERTIES = 64;

    /** Copies the properties. */
    public KernelEvent {
        properties = Map.copyOf(properties);
    }

    /** The event in a datagram; nothing if it is none. */
    static Optional<KernelEvent> in(byte[] datagram, int length) {
        return text(datagram, length).map(text -> text.split("\0")).flatMap(KernelEvent::of);
    }

    private static Optional<String> text(byte[] datagram, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(datagram, 0, length))
                    .toString());
        } catch (CharacterCodingException notTheKernelsWords) {
            return Optional.empty();
        }
    }

    private static Optional<KernelEvent> of(String[] parts) {
        int at = parts.length == 0 ? -1 : parts[0].indexOf('@');
        if (at < 1 || !parts[0].startsWith("/", at + 1) || parts.length > MOST_PROPERTIES) {
            return Optional.empty();
        }
        Map<String, String> properties = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            properties.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return Optional.of(new KernelEvent(parts[0].substring(0, at), parts[0].substring(at + 1), properties));
    }

    /** Whether a device may have come that a driver waits for. */
    public boolean bringsADevice() {
        return COMINGS.contains(action) && KINDS.contains(properties.getOrDefault("SUBSYSTEM", ""));
    }
}
