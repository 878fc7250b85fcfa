package kiosk.sync.survey;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiosk.diagnosis.HostFigures.Room;

/** Reads how much room there is on disk and in memory, and how busy the machine is (proc(5)). */
final class HostLook {
    private static final int KIB = 1024;

    private final Machine machine;

    HostLook(Machine machine) {
        this.machine = machine;
    }

    static Room disk(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Room(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException notMounted) {
            return Room.UNKNOWN;
        }
    }

    Room memory() {
        List<String> lines = machine.lines("meminfo");
        return new Room(bytes(lines, "MemAvailable:"), bytes(lines, "MemTotal:"));
    }

    private static long bytes(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.matches(word + "\\s+[0-9]{1,12} kB"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                .findFirst()
                .orElse(0);
    }

    double load() {
        return machine.lines("loadavg").stream()
                .map(line -> line.split(" ", 2)[0])
                .filter(first -> first.matches("[0-9]{1,6}\\.[0-9]{1,3}"))
                .mapToDouble(Double::parseDouble)
                .map(all -> all / Runtime.getRuntime().availableProcessors())
                .findFirst()
                .orElse(-1);
    }
}
