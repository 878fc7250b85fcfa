package kiosk.demo.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What came of a soak.
 *
 * @param kills how often the process was killed between "submit" and the receipt
 * @param shown the numbers that citizens could read on the screen
 * @param held how many of them the platform's store holds
 */
record Tally(int kills, int shown, int held, int duplicates, int lost) {
    static Tally of(int kills, Set<String> shown, Ledger ledger) {
        int held = (int) shown.stream().filter(it -> ledger.held(it) > 0).count();
        int doubled =
                shown.stream().mapToInt(it -> Math.max(0, ledger.held(it) - 1)).sum();
        int copies = ledger.entries().stream()
                .mapToInt(it -> Math.max(0, it.copies() - 1))
                .sum();
        return new Tally(kills, shown.size(), held, doubled + copies, shown.size() - held);
    }

    void writeTo(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper json = new ObjectMapper();
        json.writerWithDefaultPrettyPrinter()
                .writeValue(
                        folder.resolve("kills.json").toFile(),
                        json.createObjectNode()
                                .put("kills", kills)
                                .put("shown", shown)
                                .put("held", held)
                                .put("duplicates", duplicates)
                                .put("lost", lost)
                                .put("seed", String.valueOf(seed)));
    }
}
