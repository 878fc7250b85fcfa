package kiosk.drivers.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The serial ports that are there now. On Linux a port behind USB is named by the socket it is plugged into
 * ({@code /dev/serial/by-path}), which stays when devices come up in another order; elsewhere by what the system calls it.
 */
public final class SerialPlaces {
    private static final Path DEVICES = Path.of("/dev");

    private SerialPlaces() {}

    /** All of them. */
    public static Set<String> now() {
        return Files.isDirectory(DEVICES)
                ? in(DEVICES)
                : Arrays.stream(SerialPort.getCommPorts())
                        .map(SerialPort::getSystemPortName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of a folder of devices. */
    static Set<String> in(Path devices) {
        Set<String> places = new TreeSet<>();
        Set<Path> named = new HashSet<>();
        for (Path link : entries(devices.resolve("serial").resolve("by-path"), "*")) {
            try {
                named.add(link.toRealPath());
                places.add(link.toString());
            } catch (IOException justUnplugged) {
                places.remove(link.toString());
            }
        }
        for (Path port : entries(devices, "tty{USB,ACM,S,AMA}[0-9]*")) {
            if (!named.contains(port)) {
                places.add(port.toString());
            }
        }
        return places;
    }

    private static Set<Path> entries(Path folder, String pattern) {
        Set<Path> entries = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(entries::add);
        } catch (IOException gone) {
            return new TreeSet<>();
        }
        return entries;
    }
}
