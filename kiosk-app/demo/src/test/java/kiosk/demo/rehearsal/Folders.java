package kiosk.demo.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the tests of whole visits write, so that what went wrong can be looked at afterwards. */
final class Folders {
    private Folders() {}

    static Path target() {
        return Path.of("target").toAbsolutePath();
    }

    /** A folder below target, emptied. */
    static Path fresh(String name) {
        Path folder = target().resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder cannot be emptied", e);
        }
    }
}
