package kiosk.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiosk.device.DeviceKind;

/**
 * Where technicians found devices that the settings look for elsewhere; it goes before the settings, which are not rewritten. A line
 * each: {@code <kind in capitals> <place>}.
 */
final class PlaceFile {
    private static final Pattern LINE = Pattern.compile("([A-Z_]{1,40}) ([!-~][ -~]{0,250})");

    private final Path file;

    PlaceFile(Path file) {
        this.file = file;
    }

    /** The places; what cannot be read counts for nothing. */
    Map<DeviceKind, String> places() {
        Map<DeviceKind, String> places = new EnumMap<>(DeviceKind.class);
        if (!Files.isRegularFile(file)) {
            return places;
        }
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.limit(64)
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(it -> known(it.group(1), it.group(2), places));
        } catch (IOException | UncheckedIOException unreadable) {
            return new EnumMap<>(DeviceKind.class);
        }
        return places;
    }

    private static void known(String word, String place, Map<DeviceKind, String> places) {
        for (DeviceKind kind : DeviceKind.values()) {
            if (kind.name().equals(word)) {
                places.put(kind, place);
            }
        }
    }

    /** Keeps one more. */
    void put(DeviceKind kind, String place) {
        Map<DeviceKind, String> places = places();
        places.put(kind, place);
        String lines = places.entrySet().stream()
                .map(it -> it.getKey().name() + " " + it.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, lines, StandardCharsets.ISO_8859_1);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("The place of a device cannot be stored.", full);
        }
    }
}
