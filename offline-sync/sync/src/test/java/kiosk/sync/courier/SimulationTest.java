package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The courier and its queue in virtual time, one seed after the other; a seed that finds something is printed, and run again by its number
 * it finds the same. That the simulation would find what it is for is proved by building each fault in.
 */
class SimulationTest {
    private static final int A_FEW = 30;
    private static final int MANY = 1_000;
    private static final int ENOUGH_TO_FIND = 60;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostDoubledOrStuckWhateverHappens() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (long seed = 1; seed <= A_FEW; seed++) {
            assertThat(broken(seed, Mutant.NONE, counts)).as("seed " + seed).isEmpty();
        }
    }

    @Test
    @Tag("soak")
    @Timeout(3000)
    void nothingIsLostDoubledOrStuckInAThousandSeeds() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> found = new ArrayList<>();
        long begun = System.nanoTime();
        for (long seed = 1; seed <= MANY; seed++) {
            long mine = seed;
            broken(seed, Mutant.NONE, counts).forEach(it -> found.add(mine + ": " + it));
        }
        counts.put("seeds", MANY);
        counts.put("broken", found.size());
        counts.put("milliseconds", (int) ((System.nanoTime() - begun) / 1_000_000));
        write(counts);
        assertThat(found).isEmpty();
    }

    private static void write(Map<String, Integer> counts) throws IOException {
        Path file = Path.of("target", "soak", "simulation.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                counts.entrySet().stream()
                        .map(it -> "\"" + it.getKey() + "\": " + it.getValue())
                        .collect(Collectors.joining(", ", "{", "}\n")));
    }

    private List<String> broken(long seed, Mutant mutant, Map<String, Integer> counts) throws Exception {
        Path own = Files.createDirectory(folder.resolve(mutant + "-" + seed));
        Trial trial = new Trial(seed, own, mutant);
        trial.run();
        trial.counts.forEach((what, many) -> counts.merge(what, many, Integer::sum));
        delete(own);
        return trial.broken;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** How the first seed that finds the mutant calls it. */
    private String found(Mutant mutant) throws Exception {
        for (long seed = 1; seed <= ENOUGH_TO_FIND; seed++) {
            List<String> broken = broken(seed, mutant, new TreeMap<>());
            if (!broken.isEmpty()) {
                return broken.get(0).replaceAll(" .*", "");
            }
        }
        return "nothing";
    }

    @Test
    void theSimulationFindsOutANewIdOnRetry() throws Exception {
        assertThat(found(Mutant.NEW_ID_ON_RETRY)).isIn("I1", "I2", "I3");
    }

    @Test
    void theSimulationFindsOutThatReceiptsAreNotChecked() throws Exception {
        assertThat(found(Mutant.RECEIPT_UNCHECKED)).isIn("I1", "I3");
    }

    @Test
    void theSimulationFindsOutAPlatformThatRemembersForTwoMinutes() throws Exception {
        assertThat(found(Mutant.MEMORY_OF_TWO_MINUTES)).isEqualTo("I2");
    }

    @Test
    void theSimulationFindsOutThatSomethingIsDeletedBeforeItsReceipt() throws Exception {
        assertThat(found(Mutant.DELETED_BEFORE_RECEIPT)).isEqualTo("I1");
    }
}
