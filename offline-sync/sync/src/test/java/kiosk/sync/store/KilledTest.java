package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import kiosk.submission.Outbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process killed at random moments, as by kill -9: what was answered is there, once, under its number. */
class KilledTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredBeforeTheKillIsThereAfterIt() throws Exception {
        killed(1);
    }

    @Test
    @Tag("soak")
    @Timeout(600)
    void whatWasAnsweredBeforeEachOfManyKillsIsThereAfterThem() throws Exception {
        killed(30);
    }

    private void killed(int kills) throws Exception {
        List<String> taken = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            taken.addAll(takenBeforeTheKill(10 + new Random(kill).nextInt(40)));
        }
        assertThat(taken).hasSizeGreaterThanOrEqualTo(10 * kills).doesNotHaveDuplicates();
        try (Shop shop = Shop.open(folder)) {
            assertThat(folder.resolve("damaged-1")).doesNotExist();
            Map<String, Outbox.Waiting> held = shop.outbox.list(100_000).stream()
                    .collect(Collectors.toMap(it -> it.id().toString(), Function.identity()));
            for (String line : taken) {
                String[] idAndNumber = line.split(" ");
                assertThat(held.get(idAndNumber[0]).number().orElseThrow()).hasToString(idAndNumber[1]);
            }
            assertThat(shop.count("sealed")).isEqualTo(held.size());
            assertThat(whole(shop)).as("whole, their large parts among them").isEqualTo(held.size());
            assertThat(held.size() - taken.size())
                    .as("committed, not yet answered")
                    .isBetween(0, kills);
        }
    }

    private static int whole(Shop shop) {
        Deliveries deliveries = new Deliveries(shop.store);
        Instant later = shop.clock.instant().plus(Duration.ofDays(9));
        int whole = 0;
        while (deliveries.next(later, any -> later.plusSeconds(1)).isPresent()) {
            whole++;
        }
        return whole;
    }

    private List<String> takenBeforeTheKill(int most) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counterpart.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> taken = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("taken ") && line.matches("taken \\S+ \\S+-[0-9]")) {
                    taken.add(line.substring(6));
                    if (taken.size() == most) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        process.waitFor();
        return taken;
    }
}
