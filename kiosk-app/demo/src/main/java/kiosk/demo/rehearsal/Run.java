package kiosk.demo.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiosk.demo.rehearsal.Playbook.Errand;

/** One run of the kiosk in a rehearsal: the size of its screen and the visits it serves. */
enum Run {
    /** Upright, every item, with the line up and cut. */
    UPRIGHT(1080, 1920),
    /** Lying, an item a department. */
    LYING(1920, 1080);

    private final int width;
    private final int height;

    Run(int width, int height) {
        this.width = width;
        this.height = height;
    }

    String size() {
        return width + "x" + height;
    }

    List<Errand> errands() {
        if (this == LYING) {
            return Playbook.lying();
        }
        return Stream.concat(Playbook.whole().stream(), Playbook.cut().stream()).toList();
    }

    /** Whether it walks any of these items; none named are all. */
    boolean hasErrandFor(List<String> items) {
        return items.isEmpty()
                || items.contains(Playbook.TECHNICIAN)
                || errands().stream().anyMatch(it -> items.contains(it.item()));
    }

    /** Options of the virtual machine: a screen without a display, and everything the kiosk writes below its own folder, which is made. */
    List<String> jvm(Path kiosk) {
        Path temporary = kiosk.resolve("tmp");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("the kiosk's folder cannot be made", e);
        }
        return List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Dheadless.geometry=" + width + "x" + height + "-32",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + kiosk.resolve("home"),
                "-Djavafx.cachedir=" + kiosk.resolve("javafx"));
    }
}
