package kiosk.sync.survey;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads lines of the kernel's {@code /proc/net/route} and {@code /proc/net/arp} (proc(5); addresses in the route are little-endian). */
final class Routes {
    private static final int GATEWAY_FLAG = 2;
    private static final int COMPLETE_FLAG = 2;

    private Routes() {}

    /** The router that a default route leads to; empty for another line. */
    static Optional<String> gateway(String line) {
        String[] columns = line.strip().split("\\s+");
        boolean leadsOut = columns.length > 3
                && columns[1].equals("00000000")
                && columns[2].matches("[0-9A-F]{8}")
                && columns[3].matches("[0-9A-F]{4}")
                && (Integer.parseInt(columns[3], 16) & GATEWAY_FLAG) != 0;
        return leadsOut ? Optional.of(dotted(columns[2])) : Optional.empty();
    }

    private static String dotted(String hex) {
        return IntStream.of(6, 4, 2, 0)
                .mapToObj(at -> String.valueOf(Integer.parseInt(hex.substring(at, at + 2), 16)))
                .collect(Collectors.joining("."));
    }

    /** Whether a line of the neighbours tells that this address has been heard. */
    static boolean heard(String line, String address) {
        String[] columns = line.strip().split("\\s+");
        return columns.length > 3
                && columns[0].equals(address)
                && columns[2].matches("0x[0-9a-f]{1,4}")
                && (Integer.parseInt(columns[2].substring(2), 16) & COMPLETE_FLAG) != 0;
    }
}
