package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    }
}
