package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.sync.upkeep.SqliteDeviceBook;
import kiosk.upkeep.Life;
import kiosk.upkeep.Paper;
import kiosk.upkeep.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole visits through real processes, screens and wires. */
class RehearsalTest {
    private static final String ITEM = "social-security.flexible-employment-registration";

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void anApplicationArrivesOnceWithTheLineUpAndWithTheLineCut() throws Exception {
        Path out = Folders.fresh("whole-visits");
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        boolean whole =
                new Rehearsal(out, List.of(ITEM), new PrintStream(progress, true, StandardCharsets.UTF_8)).run();
        assertThat(whole).as(progress.toString(StandardCharsets.UTF_8)).isTrue();
        JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertThat(report.path("visits")).hasSize(2);
        assertThat(report.path("delivery"))
                .isEqualTo(new ObjectMapper().readTree("{\"queued\":2,\"delivered\":2,\"duplicates\":0,\"lost\":0}"));
        for (JsonNode visit : report.path("visits")) {
            assertThat(visit.path("outcome").asText()).isEqualTo("completed");
            assertThat(visit.path("caseNumber").asText()).isNotEmpty();
            assertThat(visit.path("screens"))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(out.resolve(it.asText())).isNotEmptyFile());
            assertThat(visit.path("documents"))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(out.resolve(it.asText())).isNotEmptyFile());
        }
        assertThat(Files.readString(out.resolve("index.html"))).contains("<img");
        whatCameOutOfTheDevicesIsInTheBook(out);
    }

    private static void whatCameOutOfTheDevicesIsInTheBook(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out);
                SqliteDeviceBook book = SqliteDeviceBook.open(
                        files.filter(it -> it.endsWith("upkeep.db")).findFirst().orElseThrow(),
                        Clock.systemUTC(),
                        Paper.USUAL)) {
            assertThat(book.life(DeviceKind.ID_CARD_READER).of(Tally.CARDS_READ))
                    .isEqualTo(2);
            Life printer = book.life(DeviceKind.RECEIPT_PRINTER);
            assertThat(printer.of(Tally.RECEIPTS_PRINTED)).isEqualTo(2);
            assertThat(printer.week()).isNotEmpty();
            assertThat(printer.printsLeft().orElse(0)).isBetween(100, 2_000);
            for (DeviceKind kind : DeviceKind.values()) {
                assertThat(book.life(kind).events().get(0).state())
                        .as("%s when last looked at", kind)
                        .isEqualTo(Health.State.ONLINE);
            }
        }
    }
}
