package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiosk.demo.world.WorldClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final String HELD = "{\"id\":\"u1\",\"number\":\"D-1\",\"item\":\"i\",\"kind\":\"application\","
            + "\"caseNumber\":\"C-1\",\"copies\":1}";

    @TempDir
    private Path out;

    @BeforeEach
    void kiosk() throws IOException {
        Files.createDirectories(out.resolve("kiosk"));
    }

    @Test
    void aNumberHeldOnceAndNothingLeftBehindIsWhole() throws IOException {
        assertThat(new Report(out, List.of(visit("completed", "D-1"))).write(ledger(HELD)))
                .isTrue();
        assertThat(delivery()).isEqualTo("{\"queued\":1,\"delivered\":1,\"duplicates\":0,\"lost\":0}");
    }

    @Test
    void aNumberThatThePlatformDoesNotHoldIsLost() throws IOException {
        assertThat(new Report(out, List.of(visit("completed", "D-2"))).write(ledger(HELD)))
                .isFalse();
        assertThat(delivery()).isEqualTo("{\"queued\":1,\"delivered\":0,\"duplicates\":0,\"lost\":1}");
    }

    @Test
    void aNumberHeldTwiceIsADuplicate() throws IOException {
        assertThat(new Report(out, List.of(visit("completed", "D-1"))).write(ledger(HELD + "," + HELD)))
                .isFalse();
        assertThat(delivery()).isEqualTo("{\"queued\":1,\"delivered\":1,\"duplicates\":1,\"lost\":0}");
    }

    @Test
    void aVisitThatGotStuckOrNoVisitAtAllIsNotWhole() throws IOException {
        assertThat(new Report(out, List.of(visit("stuck: at Signing", "D-1"))).write(ledger(HELD)))
                .isFalse();
        assertThat(new Report(out, List.of()).write(ledger(HELD))).isFalse();
    }

    @Test
    void whatATechnicianSawAndHandedOverStandsAfterTheVisits() throws IOException {
        ObjectNode round =
                new ObjectMapper().createObjectNode().put("size", "1080x1920").put("outcome", "completed");
        round.putArray("screens").add("screens/technician-1080x1920/01-door.png");
        round.putArray("documents").add("kiosk/hand-over/1.pdf");
        Report report = new Report(out, List.of(visit("completed", "D-1"))).with(List.of(round));
        assertThat(report.write(ledger(HELD))).isTrue();
        assertThat(read().path("maintenance")).hasSize(1);
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("维护 · 1080x1920", "01-door.png", "kiosk/hand-over/1.pdf");
    }

    @Test
    void aNameLeftBehindByTheKioskIsReportedWithoutRepeatingIt() throws IOException {
        Files.writeString(out.resolve("kiosk").resolve("kiosk.log"), "张测试");
        Report report = new Report(out, List.of(visit("completed", "D-1")));
        assertThat(report.write(ledger(HELD))).isFalse();
        assertThat(report.summary()).doesNotContain("张测试");
        assertThat(read().path("forgetting").path("found").get(0).asText()).startsWith("kiosk.log: word 0");
        assertThat(read().path("forgetting").path("canaryFound").asBoolean()).isTrue();
    }

    private static ObjectNode visit(String outcome, String number) {
        ObjectNode visit = new ObjectMapper().createObjectNode();
        visit.put("item", "i").put("outcome", outcome).put("number", number);
        visit.putArray("screens").add("screens/01.png");
        visit.putArray("documents").add("world/receipts/receipt-01.png").add("world/pages/1.pdf");
        return visit;
    }

    private JsonNode read() throws IOException {
        return new ObjectMapper().readTree(out.resolve("report.json").toFile());
    }

    private String delivery() throws IOException {
        return read().path("delivery").toString();
    }

    private static Ledger ledger(String entries) throws IOException {
        byte[] answer = ("{\"ledger\":[" + entries + "]}").getBytes(StandardCharsets.UTF_8);
        HttpServer platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/ledger", call -> {
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        platform.start();
        try {
            return Ledger.of(new WorldClient(
                    URI.create("http://127.0.0.1:" + platform.getAddress().getPort())));
        } finally {
            platform.stop(0);
        }
    }
}
