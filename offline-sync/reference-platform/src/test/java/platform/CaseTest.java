package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.CERTIFICATE;
import static platform.Terminal.PAYMENT;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import platform.wire.Digest;

class CaseTest extends PlatformTest {

    private UUID submitted(Map<String, String> what, Map<String, String> values) {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, what);
        values.forEach((field, value) ->
                json.withObject("values").putObject(field).put("value", value).put("source", "citizen"));
        assertThat(terminal.submit(terminal.seal(id, json)).statusCode()).isEqualTo(201);
        return id;
    }

    private JsonNode status(UUID id) {
        return json(terminal.get("/v1/submissions/" + id, Map.of()));
    }

    private JsonNode issued(UUID id) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        JsonNode status = status(id);
        while (!status.path("state").asText().equals("issued") && Instant.now().isBefore(end)) {
            status = status(id);
        }
        assertThat(status.path("state").asText()).isEqualTo("issued");
        return status.path("result");
    }

    private static String textOf(byte[] pdf, int pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "social-security.contribution-certificate, contribution-certificate, 社会保险参保缴费证明, 企业职工基本养老保险",
        "tax.income-tax-record, income-tax-record, 个人所得税纳税记录, 工资薪金所得",
        "medical-insurance.insurance-certificate, insurance-certificate, 基本医疗保险参保凭证, 职工基本医疗保险"
    })
    void aCertificateIsIssuedMomentsAfterItWasAskedFor(String item, String document, String title, String content)
            throws IOException {
        UUID id = submitted(Map.of("item", item, "kind", "certificate"), Map.of("period", "2020-01/2022-12"));
        JsonNode result = issued(id);
        HttpResponse<byte[]> pdf = terminal.get("/v1/submissions/" + id + "/document", Map.of());
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(result.path("document").asText()).isEqualTo(document);
        assertThat(result.path("digest").asText()).isEqualTo(Digest.of(pdf.body()));
        String text = textOf(pdf.body(), result.path("pages").asInt());
        assertThat(text)
                .contains(title, content, "张测试", Terminal.ZHANG, "演示专用章")
                .contains(result.path("verificationCode").asText());
    }

    @Test
    void aCertificateOfManyMonthsHasManyPagesEachWithTheCode() throws IOException {
        UUID id = submitted(CERTIFICATE, Map.of("scheme", "unemployment", "period", "2016-01/2025-12"));
        JsonNode result = issued(id);
        assertThat(result.path("pages").asInt()).isEqualTo(7);
        String text = textOf(
                terminal.get("/v1/submissions/" + id + "/document", Map.of()).body(), 7);
        assertThat(text.split(result.path("verificationCode").asText(), -1)).hasSize(8);
        assertThat(text).contains("失业保险", "120 个月");
    }

    @ParameterizedTest
    @CsvSource({
        "李䶮, 11010519491231002X",
        "王𬱖, 110102198511230028",
        "赵㛃, 330106197806150035",
        "孙𠅤, 510104199512080043",
        "古丽巴哈尔·阿卜杜热合曼, 650102199205200103",
        "SCHMIDT ANNA MARIA, 911084199001010029"
    })
    void aRareOrLongOrForeignNameComesOutRight(String name, String number) throws IOException {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, CERTIFICATE);
        json.withObject("citizen").put("name", name).put("number", number);
        assertThat(terminal.submit(terminal.seal(id, json)).statusCode()).isEqualTo(201);
        JsonNode result = issued(id);
        byte[] pdf =
                terminal.get("/v1/submissions/" + id + "/document", Map.of()).body();
        String shown = number.equals("911084199001010029") ? "安娜" : name;
        assertThat(textOf(pdf, result.path("pages").asInt())).contains(shown, number);
    }

    @Test
    void thePaperIsTheSameAfterARestartAndCanBeCollectedOnce() {
        UUID id = submitted(CERTIFICATE, Map.of());
        JsonNode result = issued(id);
        restart();
        assertThat(status(id).path("result")).isEqualTo(result);
        String path = "/v1/submissions/" + id + "/collected";
        JsonNode first = json(terminal.send("PUT", path, Map.of(), Map.of()));
        platform.clock().advance(Duration.ofMinutes(1));
        assertThat(json(terminal.send("PUT", path, Map.of(), Map.of()))).isEqualTo(first);
        assertThat(first.path("state").asText()).isEqualTo("collected");
        assertThat(terminal.get("/v1/submissions/" + id + "/document", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatWasIssuedWaitsForItsHolderAtAnyTerminal() {
        UUID id = submitted(CERTIFICATE, Map.of());
        issued(id);
        Terminal elsewhere = enrolled("T0002");
        Map<String, String> citizen = Map.of("Citizen-Session", elsewhere.identify());
        JsonNode waiting =
                json(elsewhere.get("/v1/person/collectables", citizen)).path("collectables");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).path("id").asText()).isEqualTo(id.toString());
        assertThat(elsewhere.get("/v1/submissions/" + id + "/document", citizen).statusCode())
                .isEqualTo(200);
        elsewhere.send("PUT", "/v1/submissions/" + id + "/collected", citizen, Map.of());
        assertThat(json(elsewhere.get("/v1/person/collectables", citizen)).path("collectables"))
                .isEmpty();
    }

    @Test
    void whatWasHandedOverIsToldAfterItsHolderHasGone() {
        UUID id = submitted(CERTIFICATE, Map.of());
        issued(id);
        String path = "/v1/submissions/" + id + "/collected";
        Terminal elsewhere = enrolled("T0002");
        assertThat(error(elsewhere.send("PUT", path, Map.of(), Map.of()))).isEqualTo("404 not-found");
        Map<String, String> citizen = Map.of("Citizen-Session", elsewhere.identify());
        elsewhere.get("/v1/person/collectables", citizen);
        elsewhere.send("DELETE", "/v1/person/session", citizen, Map.of());
        assertThat(error(elsewhere.get("/v1/submissions/" + id + "/document", citizen)))
                .isEqualTo("404 not-found");
        assertThat(elsewhere.send("PUT", path, Map.of(), Map.of()).statusCode()).isEqualTo(200);
        assertThat(status(id).path("state").asText()).isEqualTo("collected");
    }

    @Test
    void anotherTerminalWithoutTheHolderSeesNothing() {
        UUID id = submitted(CERTIFICATE, Map.of());
        Terminal elsewhere = enrolled("T0002");
        assertThat(error(elsewhere.get("/v1/submissions/" + id, Map.of()))).isEqualTo("404 not-found");
        assertThat(error(elsewhere.get("/v1/submissions/" + id + "/document", Map.of())))
                .isEqualTo("404 not-found");
    }

    @Test
    void anApplicationIsDecidedLater() {
        UUID id = submitted(APPLICATION, Map.of());
        assertThat(status(id).path("state").asText()).isEqualTo("processing");
        assertThat(error(terminal.get("/v1/submissions/" + id + "/document", Map.of())))
                .isEqualTo("409 not-issued");
        terminal.control("POST", "/control/submissions/" + id + "/decide", Map.of("state", "issued"));
        assertThat(issued(id).path("document").asText()).isEqualTo("no-criminal-record");

        UUID rejected = submitted(APPLICATION, Map.of());
        terminal.control("POST", "/control/submissions/" + rejected + "/decide", Map.of("state", "rejected"));
        assertThat(status(rejected).path("state").asText()).isEqualTo("rejected");
        assertThat(status(rejected).path("reason").path("zh-CN").asText()).contains("窗口");

        UUID completed =
                submitted(Map.of("item", "medical-insurance.cross-region-care", "kind", "application"), Map.of());
        terminal.control("POST", "/control/submissions/" + completed + "/decide", Map.of("state", "completed"));
        assertThat(status(completed).path("state").asText()).isEqualTo("completed");
    }

    @Test
    void aPaymentHasItsVoucher() throws IOException {
        UUID id = UUID.randomUUID();
        terminal.openOrder(id);
        terminal.pay(id);
        terminal.submit(terminal.seal(id, terminal.submission(id, PAYMENT)));
        assertThat(issued(id).path("document").asText()).isEqualTo("payment-voucher");
        byte[] pdf =
                terminal.get("/v1/submissions/" + id + "/document", Map.of()).body();
        assertThat(textOf(pdf, 1)).contains("社会保险费缴费凭证", "400.00 元");
    }

    @Test
    void aRatingWaitsForWhatItRatesAndIsGivenOnce() {
        Sealed application = terminal.sealed(APPLICATION);
        Sealed rating = terminal.rating(application.id(), APPLICATION.get("item"), 5);
        assertThat(error(terminal.submit(rating))).isEqualTo("409 depends-on-missing");
        JsonNode receipt = json(terminal.submit(application));
        HttpResponse<byte[]> rated = terminal.submit(rating);
        assertThat(rated.statusCode()).isEqualTo(201);
        assertThat(json(rated).path("caseNumber")).isEqualTo(receipt.path("caseNumber"));
        assertThat(json(rated).path("promise").path("kind").asText()).isEqualTo("immediate");
        assertThat(error(terminal.submit(terminal.rating(application.id(), APPLICATION.get("item"), 1))))
                .isEqualTo("422 already-rated");
        assertThat(terminal.submit(rating).statusCode()).isEqualTo(200);
    }

    @Test
    void aRatingOfSixStarsIsUnreadable() {
        Sealed application = terminal.sealed(APPLICATION);
        terminal.submit(application);
        assertThat(error(terminal.submit(terminal.rating(application.id(), APPLICATION.get("item"), 6))))
                .isEqualTo("400 unreadable");
    }
}
