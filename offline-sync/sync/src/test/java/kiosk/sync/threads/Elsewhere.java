package kiosk.sync.threads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of meetings in a process of their own.
 *
 * @param holds whether all of them held
 * @param said what was said of them
 */
record Elsewhere(boolean holds, String said) {
    private static final int PATIENCE_SECONDS = 200;

    /** Tries them, with the classes that lie there in the place of ours. */
    static Elsewhere tried(Path instead, int ways, List<Class<? extends Meeting>> meetings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Djdk.attach.allowAttachSelf=true",
                "-Djava.io.tmpdir=" + instead,
                "-cp",
                instead + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                Meetings.class.getName(),
                Integer.toString(ways)));
        meetings.forEach(it -> command.add(it.getName()));
        try {
            Path said = instead.resolve("said.txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.toHandle().destroyForcibly();
            return new Elsewhere(over && process.waitFor() == 0, Files.readString(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
