package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import platform.Terminal.Page;
import platform.submission.Import;

class ImportTest extends PlatformTest {
    /** A file as PLATFORM-API.md, section 11.3, has it. */
    private static byte[] file(Sealed... submissions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'O', 'K', 'X', '1', 1});
        for (Sealed sealed : submissions) {
            chunk(out, sealed.manifest());
            sealed.parts().forEach(part -> chunk(out, part));
        }
        out.writeBytes(new byte[4]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    private Sealed large() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 1);
        return terminal.sealLarge(id, json, new Page("lease", 1, new byte[200_000]));
    }

    private JsonNode taken(byte[] file) {
        HttpResponse<byte[]> answer = terminal.exchangeControl("POST", "/control/import", file);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void whatTheStickBringsAndWhatTheLineBringsIsEnteredOnceWhicheverIsFirst() {
        Sealed byLineFirst = terminal.sealed(APPLICATION);
        Sealed byStickFirst = large();
        byte[] receipt = terminal.submit(byLineFirst).body();
        JsonNode outcome = taken(file(byLineFirst, byStickFirst));
        assertThat(outcome.path("taken").asInt()).isEqualTo(1);
        assertThat(outcome.path("repeated").asInt()).isEqualTo(1);
        assertThat(outcome.path("complete").asBoolean()).isTrue();
        assertThat(terminal.submit(byStickFirst).statusCode()).isEqualTo(200);
        assertThat(terminal.submit(byLineFirst).body()).isEqualTo(receipt);
        assertThat(terminal.ledger()).hasSize(2);
        assertThat(taken(file(byStickFirst)).path("repeated").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeTakenIsNamedAndTheRestIsTaken() {
        Sealed sound = terminal.sealed(APPLICATION);
        Terminal stranger = new Terminal(platform, "T0009");
        JsonNode outcome =
                taken(file(terminal.sealed(APPLICATION).withBentPart(0), stranger.sealed(APPLICATION), sound));
        assertThat(outcome.path("refused").findValuesAsText("error")).containsExactly("unreadable", "unknown-terminal");
        assertThat(outcome.path("taken").asInt()).isEqualTo(1);
        assertThat(terminal.submit(sound).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatWasCutSaysSoAndWhatCameBeforeCounts() {
        Sealed first = terminal.sealed(APPLICATION);
        byte[] file = file(first, terminal.sealed(APPLICATION));
        JsonNode outcome = taken(Arrays.copyOf(file, file.length - 10));
        assertThat(outcome.path("taken").asInt()).isEqualTo(1);
        assertThat(outcome.path("complete").asBoolean()).isFalse();
        assertThat(taken(new byte[] {'O', 'K', 'S', '1', 1, 0, 0, 0, 0})
                        .path("complete")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anOperatorTakesAFileIn() throws Exception {
        Path file = Files.write(folder.resolve("waiting.okx"), file(terminal.sealed(APPLICATION)));
        assertThat(platform.take(file)).isEqualTo(new Import.Outcome(1, 0, List.of(), true));
        assertThat(json(terminal.control("GET", "/control/ledger", Map.of())).path("ledger"))
                .hasSize(1);
    }
}
