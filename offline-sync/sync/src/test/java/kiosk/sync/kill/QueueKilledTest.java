package kiosk.sync.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import kiosk.sync.Province;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process of the queue killed at random moments, as by kill -9, while it takes in and delivers, large parts among it: what was
 * promised before each kill is at the platform in the end, once, under its number.
 */
class QueueKilledTest {
    @TempDir
    private Path folder;

    @Test
    void aKilledQueueKeepsWhatItPromised() throws Exception {
        Tally tally = killed(List.of("K001"), 2);
        assertThat(tally.promised()).isPositive();
    }

    @Test
    @Tag("soak")
    @Timeout(900)
    void aQueueKilledTwoHundredTimesKeepsWhatItPromised() throws Exception {
        Tally tally = killed(List.of("K001", "K002", "K003"), 70);
        assertThat(tally.promised()).isGreaterThan(tally.kills());
        assertThat(tally.betweenKills()).as("delivered between two kills").isGreaterThan(tally.kills() / 2);
        tally.writeTo(Path.of("target", "soak"));
    }

    /**
     * What came of it.
     *
     * @param betweenKills so many arrived before it was started for good
     */
    private record Tally(int kills, int promised, int delivered, int betweenKills, int duplicates, int lost) {
        void writeTo(Path soak) throws IOException {
            Files.createDirectories(soak);
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(soak.resolve("queue-kills.json").toFile(), this);
        }
    }

    /** Each of those terminals so often, beside the others. */
    private Tally killed(List<String> terminals, int times) {
        try (Province province = new Province(folder.resolve("province"))) {
            List<CompletableFuture<Victim>> victims = terminals.stream()
                    .map(it -> CompletableFuture.supplyAsync(
                            () -> killed(it, province, times), task -> new Thread(task).start()))
                    .toList();
            Map<String, String> promised = new HashMap<>();
            victims.forEach(it -> promised.putAll(it.join().promised()));
            int between = victims.stream().mapToInt(it -> it.join().arrived()).sum();
            return tally(terminals.size() * times, between, promised, province);
        }
    }

    private Victim killed(String terminal, Province province, int times) {
        Victim victim = new Victim(terminal, province.address().uri(), folder);
        try {
            for (int i = 0; i < times; i++) {
                victim.diesOnce();
            }
            victim.comesHome(province.ledger());
            return victim;
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static Tally tally(int kills, int between, Map<String, String> promised, Province province) {
        Map<String, List<String>> ledger = province.ledger().stream()
                .collect(Collectors.groupingBy(
                        it -> it.path("id").asText(),
                        Collectors.mapping(it -> it.path("number").asText(), Collectors.toList())));
        int twice = ledger.values().stream().mapToInt(it -> it.size() - 1).sum();
        assertThat(ledger.values().stream().flatMap(List::stream))
                .as("one number for two")
                .doesNotHaveDuplicates();
        int there = (int) promised.entrySet().stream()
                .filter(it -> ledger.getOrDefault(it.getKey(), List.of()).contains(it.getValue()))
                .count();
        assertThat(twice).as("twice at the platform").isZero();
        assertThat(there).as("promised, and at the platform").isEqualTo(promised.size());
        assertThat(ledger.size() - promised.size())
                .as("taken in, not yet answered")
                .isBetween(0, kills);
        return new Tally(kills, promised.size(), there, between, twice, promised.size() - there);
    }
}
