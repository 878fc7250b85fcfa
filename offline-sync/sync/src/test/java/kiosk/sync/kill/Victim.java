package kiosk.sync.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kiosk.submission.Outbox;
import kiosk.sync.Sync;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.seal.KeyShelf;

/** A terminal that is killed again and again, and what it had promised. */
final class Victim {
    /** As SIGKILL ends a process. */
    private static final int KILLED = 128 + 9;

    private static final int MOST_MILLIS_OPEN = 300;
    private static final int MOST_MILLIS_OPENING = 900;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final String name;
    private final URI platform;
    private final Path folder;
    private final Random random;
    private final Map<String, String> promised = new HashMap<>();
    private boolean everOpen;
    private int arrived;

    Victim(String name, URI platform, Path folder) {
        this.name = name;
        this.platform = platform;
        this.folder = folder.resolve(name);
        this.random = new Random(name.hashCode());
    }

    /** What was promised: the number of each id. */
    Map<String, String> promised() {
        return Map.copyOf(promised);
    }

    /** How many had arrived before it was started for good. */
    int arrived() {
        return arrived;
    }

    /** Starts it, kills it at a moment that nobody chose, and looks at what that left. */
    void diesOnce() throws IOException, InterruptedException {
        Process process = started();
        try (BufferedReader said = process.inputReader()) {
            boolean whileOpening = random.nextInt(6) == 0;
            List<String> lines = new ArrayList<>();
            if (!whileOpening) {
                lines.add(Optional.ofNullable(said.readLine()).orElse("ended"));
            }
            int most = whileOpening ? MOST_MILLIS_OPENING : MOST_MILLIS_OPEN;
            process.waitFor(random.nextInt(most), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            said.lines().forEach(lines::add);
            lines.forEach(this::hear);
        }
        assertThat(process.waitFor()).as("it did not end by itself").isEqualTo(KILLED);
        look();
    }

    private Process started() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Queueing.class.getName(),
                        name,
                        platform.toString(),
                        folder.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void hear(String line) {
        String[] words = line.split(" ");
        everOpen |= words[0].equals("promised");
        if (words[0].equals("promised")) {
            assertThat(promised.put(words[1], words[2])).as("promised twice").isNull();
        }
    }

    private void look() {
        if (everOpen) {
            assertThat(folder.resolve("damaged-1")).doesNotExist();
            try (StoreView view = StoreView.of(folder)) {
                assertThat(JournalAudit.ofTheEntries(view).wrong())
                        .as("the journal")
                        .isEmpty();
            }
        }
    }

    /** It is started for good: all goes out, nothing is set aside, no file is left, and the journal is the one that the platform signed. */
    void comesHome(List<JsonNode> ledger) throws IOException {
        arrived = (int) ledger.stream()
                .filter(it -> promised.containsKey(it.path("id").asText()))
                .count();
        try (Sync sync = Sync.open(Queueing.settings(name, platform, folder))) {
            await(() -> sync.outbox().summary().waiting() == 0 && files() == 0);
            Outbox.Summary end = sync.outbox().summary();
            assertThat(end.waiting()).as("still waiting").isZero();
            assertThat(end.stuck()).as("set aside").isZero();
        }
        assertThat(files()).as("parts that nobody needs").isZero();
        try (StoreView view = StoreView.of(folder)) {
            KeyShelf shelf = new KeyShelf(folder.resolve("platform.keys"), Optional.empty());
            assertThat(JournalAudit.of(view, shelf).wrong()).as("the journal").isEmpty();
        }
    }

    private long files() {
        try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
            return files.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(java.util.function.BooleanSupplier there) {
        long until = System.nanoTime() + PATIENCE;
        while (!there.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
        }
    }
}
