package kiosk.drivers.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code target/contracts.json}: a row a driver and far end. Each row has a file of its own, since two machines write at a time. */
final class ContractTable {
    private static final Path ROWS = Path.of("target", "contracts");
    private static final Path TABLE = Path.of("target", "contracts.json");

    private ContractTable() {}

    /** What came of one run; {@code install} is what to install if it was left out. */
    record Row(int run, int failed, int skipped, String install) {}

    static void note(Contract contract, Class<?> tests, Row row) {
        String json = String.format(
                Locale.ROOT,
                "{\"driver\": \"%s\", \"farEnd\": \"%s\", \"passed\": %d, \"failed\": %d, \"skipped\": %d%s}",
                contract.driver(),
                contract.farEnd(),
                row.run,
                row.failed,
                row.skipped,
                row.install.isEmpty() ? "" : ", \"leftOut\": \"" + row.install + "\"");
        try {
            Files.createDirectories(ROWS);
            write(ROWS.resolve(tests.getSimpleName() + ".row"), json);
        } catch (IOException e) {
            throw new UncheckedIOException("the table of contracts cannot be written", e);
        }
    }

    /** The file's lock keeps other processes out, the class's this one's other threads. */
    private static synchronized void write(Path file, String json) throws IOException {
        try (FileChannel lock =
                        FileChannel.open(ROWS.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            Files.writeString(file, json);
            Files.writeString(TABLE, all());
            held.release();
        }
    }

    private static String all() throws IOException {
        try (Stream<Path> files = Files.list(ROWS)) {
            List<Path> rows = files.filter(file -> file.toString().endsWith(".row"))
                    .sorted()
                    .toList();
            StringBuilder table = new StringBuilder("[\n  ");
            table.append(rows.stream().map(ContractTable::textOf).collect(Collectors.joining(",\n  ")));
            return table.append("\n]\n").toString();
        }
    }

    private static String textOf(Path row) {
        try {
            return Files.readString(row);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of the table of contracts cannot be read", e);
        }
    }
}
