package kiosk.sync.survey;

import java.io.IOException;
import java.io.InputStream;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a survey reads of the machine.
 *
 * @param ports its network interfaces; none where they cannot be listed
 * @param proc the kernel's files, {@code /proc}
 */
public record Machine(Supplier<List<Port>> ports, Path proc) {
    private static final int LONGEST_FILE = 64 * 1024;

    /**
     * One network interface.
     *
     * @param up whether its cable is in and it is switched on
     * @param addresses how many addresses it has, link-local ones not counted
     */
    public record Port(String name, boolean up, int addresses) {}

    /** The machine this runs on. */
    public static Machine real() {
        return new Machine(Machine::realPorts, Path.of("/proc"));
    }

    private static List<Port> realPorts() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(each -> port(each).stream())
                    .toList();
        } catch (SocketException notListed) {
            return List.of();
        }
    }

    /** An interface that goes while it is looked at is not there. */
    private static List<Port> port(NetworkInterface each) {
        try {
            long addresses = each.inetAddresses()
                    .filter(it -> !it.isLinkLocalAddress() && !it.isLoopbackAddress())
                    .count();
            return each.isLoopback() ? List.of() : List.of(new Port(each.getName(), each.isUp(), (int) addresses));
        } catch (SocketException gone) {
            return List.of();
        }
    }

    /** The lines of one of the kernel's files, its first 64 KiB; none where it cannot be read. */
    List<String> lines(String file) {
        try (InputStream in = Files.newInputStream(proc.resolve(file))) {
            return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException notThere) {
            return List.of();
        }
    }
}
