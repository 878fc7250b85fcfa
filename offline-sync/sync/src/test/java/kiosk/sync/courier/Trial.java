package kiosk.sync.courier;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What a few terminals and their platform live through, drawn from a seed: citizens, lines that go and come, a platform with moods, crashes,
 * full disks, clocks that are turned by a year; then all is well for a while, and nothing more is handed in; and so on. What must
 * hold is looked at after every step.
 */
final class Trial {
    final Set<String> broken = new LinkedHashSet<>();
    final Map<String, Integer> counts = new LinkedHashMap<>();

    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final ModelPlatform platform = new ModelPlatform(time);
    private final List<Booth> booths = new ArrayList<>();
    private final List<Invariants> invariants = new ArrayList<>();
    private final Dose dose;
    private int looks;

    /**
     * How much is lived through.
     *
     * @param mishaps and visits of citizens, in each storm at each terminal
     * @param closely whether the disk is searched and the journal verified after each of them, too
     */
    record Dose(int terminals, int storms, Duration storm, Duration calm, int mishaps, boolean closely) {
        /** A little. */
        static Dose little(int terminals) {
            return new Dose(terminals, 1, Duration.ofMinutes(40), Duration.ofHours(1), 45, false);
        }

        /** Twenty-four hours. */
        static Dose day(int terminals) {
            return new Dose(terminals, 6, Duration.ofHours(3), Duration.ofHours(1), 90, true);
        }

        Duration inAll() {
            return storm.plus(calm).multipliedBy(storms);
        }
    }

    Trial(long seed, Path folder, Mutant mutant, Dose dose) throws IOException {
        this.random = new Random(seed);
        this.dose = dose;
        Booth.World world = new Booth.World(time, platform, random, mutant);
        for (int i = 1; i <= dose.terminals(); i++) {
            Booth booth = new Booth(folder.resolve("booth-" + i), "K00" + i, world);
            booths.add(booth);
            invariants.add(new Invariants(booth, time, broken));
        }
        mutant.within(platform);
    }

    /** Runs it through; what is broken then is in {@link #broken}. */
    void run() throws SQLException {
        try {
            booths.forEach(it -> it.terminal.ring());
            for (int storm = 0; storm < dose.storms(); storm++) {
                storm();
                calm();
            }
            count();
        } finally {
            for (Invariants each : invariants) {
                each.close();
            }
            booths.forEach(Booth::close);
        }
    }

    private void storm() {
        booths.forEach(Booth::roughen);
        for (int i = 0; i < dose.mishaps() * dose.terminals(); i++) {
            int where = random.nextInt(dose.terminals());
            time.after(Duration.ofMillis(random.nextLong(dose.storm().toMillis())), () -> somethingHappens(where));
        }
        time.run(dose.storm(), this::look);
    }

    private void somethingHappens(int where) {
        booths.get(where).somethingHappens();
        if (dose.closely()) {
            invariants.get(where).lookClosely();
        }
    }

    private void calm() {
        platform.mood = ModelPlatform.Mood.WELL;
        platform.departmentsDown.clear();
        booths.forEach(Booth::heal);
        invariants.forEach(Invariants::stormIsOver);
        time.run(dose.calm(), this::look);
        invariants.forEach(Invariants::lookWhenAllIsWell);
    }

    private void look() {
        for (Invariants each : invariants) {
            looks += each.look() ? 1 : 0;
        }
    }

    private void count() {
        counts.put("looks", looks);
        counts.put(
                "accepted", booths.stream().mapToInt(it -> it.accepted.size()).sum());
        counts.put("requests", booths.stream().mapToInt(it -> it.line.requests).sum());
        counts.put("crashes", booths.stream().mapToInt(it -> it.crashes).sum());
        counts.put("turnedAway", booths.stream().mapToInt(it -> it.turnedAway).sum());
        counts.put("refused", booths.stream().mapToInt(it -> it.unwanted.size()).sum());
        counts.put(
                "conflicts", booths.stream().mapToInt(it -> it.conflicts.size()).sum());
        counts.put("terminals", booths.size());
        counts.put("minutes", (int) dose.inAll().toMinutes());
    }
}
