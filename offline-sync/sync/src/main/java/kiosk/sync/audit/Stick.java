package kiosk.sync.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a stick that somebody plugged in is mounted: the first in the system's list of mounts (proc(5), mounts) whose device is removable
 * or on USB (sysfs), which lies where such things are mounted, and can be written to.
 */
public final class Stick {
    private static final int LONGEST_LIST = 1 << 20;
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final Path BLOCK = Path.of("/sys/class/block");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path block;

    private Stick(Path block) {
        this.block = block;
    }

    /** The folder of the first stick; empty where there is none. */
    public static Optional<Path> found() {
        return found(MOUNTS, BLOCK);
    }

    /** A file on it, named after the terminal and the time. */
    public static Path fileOn(Path stick, String terminal, Clock clock) {
        return stick.resolve(terminal + "-" + STAMP.format(LocalDateTime.now(clock)) + ".okx");
    }

    static Optional<Path> found(Path mounts, Path block) {
        try (InputStream in = Files.newInputStream(mounts)) {
            String list = new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8);
            return list.lines().flatMap(new Stick(block)::folder).findFirst();
        } catch (IOException noSuchSystem) {
            return Optional.empty();
        }
    }

    /** One line: device, folder, kind, options, and two figures; blanks within are written in octal. */
    private Stream<Path> folder(String line) {
        String[] words = line.split(" ");
        if (words.length < 4 || !words[0].startsWith("/dev/") || !writable(words[3]) || !removable(words[0])) {
            return Stream.empty();
        }
        String folder = words[1].replace("\\040", " ");
        return Stream.of(Path.of(folder)).filter(Stick::forGuests).filter(Files::isDirectory);
    }

    private static boolean writable(String options) {
        return Stream.of(options.split(",")).anyMatch("rw"::equals);
    }

    /** The terminal itself may have been started from a stick: its own folders are none to write to. */
    private static boolean forGuests(Path folder) {
        return Stream.of("/", "/boot", "/usr", "/var", "/etc", "/opt", "/home", "/srv", "/tmp")
                .map(Path::of)
                .noneMatch(own -> own.getNameCount() == 0 ? folder.equals(own) : folder.startsWith(own));
    }

    private boolean removable(String device) {
        try {
            Path part = block.resolve(device.substring("/dev/".length())).toRealPath();
            Path disk = Files.exists(part.resolve("partition")) ? part.resolveSibling("") : part;
            boolean says = Files.isReadable(disk.resolve("removable"))
                    && Files.readString(disk.resolve("removable")).strip().equals("1");
            return says || part.toString().contains("/usb");
        } catch (IOException noSuchDevice) {
            return false;
        }
    }
}
