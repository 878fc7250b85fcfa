package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.sync.fault.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The courier and its queue in virtual time, one seed after the other; a seed that finds something is printed, and run again by its number
 * it finds the same. That the simulation would find what it is for is proved by building each fault in.
 */
class SimulationTest {
    private static final int A_FEW = 4;
    private static final int MANY = 1_000;
    private static final int ENOUGH_TO_FIND = 60;
    private static final int DAYS = 1;
    private static final int TERMINALS = 4;

    @TempDir
    private Path folder;

    private int trials;

    @Test
    void nothingIsLostDoubledOrStuckWhateverHappens() throws Exception {
        Tally tally = new Tally();
        for (long seed = 1; seed <= A_FEW; seed++) {
            assertThat(broken(seed, Mutant.NONE, dose(seed), tally))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** Most with one terminal, every fifth with three. */
    private static Trial.Dose dose(long seed) {
        return Trial.Dose.little(seed % 5 == 0 ? 3 : 1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theSimulationFindsOut(Mutant mutant) throws Exception {
        String found = found(mutant);
        assertThat(found).matches(mutant.foundAs());
        Mutations.foundOut(mutant.name(), found);
    }

    /** How the first seed that finds the mutant calls it. */
    private String found(Mutant mutant) throws Exception {
        for (long seed = 1; seed <= ENOUGH_TO_FIND; seed++) {
            Set<String> broken = broken(seed, mutant, Trial.Dose.little(1), new Tally());
            if (!broken.isEmpty()) {
                return broken.iterator().next().replaceAll(" .*", "");
            }
        }
        return "nothing";
    }

    @Test
    @Tag("soak")
    @Timeout(3000)
    void nothingIsLostDoubledOrStuckInAThousandSeedsAndThroughWholeDays() throws Exception {
        List<String> found = new ArrayList<>();
        Tally tally = new Tally();
        for (long seed = 1; seed <= MANY; seed++) {
            found.addAll(named(seed, broken(seed, Mutant.NONE, dose(seed), tally)));
        }
        Tally days = new Tally();
        for (long seed = MANY + 1; seed <= MANY + DAYS; seed++) {
            found.addAll(named(seed, broken(seed, Mutant.NONE, Trial.Dose.day(TERMINALS), days)));
        }
        Map<String, String> mutants = new LinkedHashMap<>();
        for (Mutant mutant : Mutant.values()) {
            if (mutant != Mutant.NONE) {
                mutants.put(mutant.name(), found(mutant));
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seeds", MANY);
        figures.put("broken", found);
        figures.put("trials", tally.figures());
        figures.put("days", days.figures());
        figures.put("mutants", mutants);
        write(figures);
        assertThat(found).isEmpty();
        assertThat(mutants).doesNotContainValue("nothing");
    }

    private static List<String> named(long seed, Set<String> broken) {
        return broken.stream().map(it -> "seed " + seed + ": " + it).toList();
    }

    private static void write(Map<String, Object> figures) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "soak")).resolve("simulation.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    /** What was counted in all trials of a kind. */
    private static final class Tally {
        private final Map<String, Integer> sums = new LinkedHashMap<>();
        private final long begun = System.nanoTime();

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>(sums);
            figures.put("virtualHours", sums.getOrDefault("minutes", 0) / 60);
            figures.put("tookMilliseconds", (System.nanoTime() - begun) / 1_000_000);
            figures.remove("minutes");
            return figures;
        }
    }

    private Set<String> broken(long seed, Mutant mutant, Trial.Dose dose, Tally tally) throws Exception {
        Path own = Files.createDirectory(folder.resolve("trial-" + ++trials));
        Trial trial = new Trial(seed, own, mutant, dose);
        trial.run();
        trial.counts.forEach((what, many) -> tally.sums.merge(what, many, Integer::sum));
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
}
