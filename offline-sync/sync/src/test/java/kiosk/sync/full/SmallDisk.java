package kiosk.sync.full;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A disk of a few megabytes in memory, seen by one process alone: it is mounted in name spaces of that process's own (unshare(1)), and goes
 * with it. Whoever may make none of these is told why.
 */
final class SmallDisk {
    private static final String MOUNTED = "mount -t tmpfs -o size=\"$0\" tmpfs \"$1\" && shift && exec \"$@\"";
    private static final int MOST_SAID = 10_000;
    private static final int PATIENCE = 300;

    private final Path folder;
    private final String size;

    /** On that folder, as large as {@code size} says to mount(8). */
    SmallDisk(Path folder, String size) {
        this.folder = folder;
        this.size = size;
    }

    /** What came of a process: its end, and what it said. */
    record End(int code, String said) {}

    /** Whether such a disk can be had here; else why not is {@link End#said}. */
    End tried() throws IOException, InterruptedException {
        return run(List.of("true"));
    }

    /** Runs a class of ours on that disk, with the folder as its first value. */
    End run(Class<?> main, String... values) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString()));
        command.addAll(List.of(values));
        return run(command);
    }

    private End run(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNTED, size, folder.toString()));
        all.addAll(command);
        Process process;
        try {
            process = new ProcessBuilder(all).redirectErrorStream(true).start();
        } catch (IOException absent) {
            return new End(-1, "apt-get install util-linux");
        }
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
            boolean over = process.waitFor(PATIENCE, TimeUnit.SECONDS);
            return new End(over ? process.exitValue() : -1, text.strip());
        } finally {
            process.destroyForcibly();
        }
    }
}
