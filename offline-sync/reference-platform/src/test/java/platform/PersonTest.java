package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonTest extends PlatformTest {

    private HttpResponse<byte[]> identify(Map<String, String> evidence) {
        return terminal.send("POST", "/v1/identify", Map.of(), evidence);
    }

    private Map<String, String> citizen() {
        return Map.of("Citizen-Session", terminal.identify());
    }

    @Test
    void anIdentityCardIdentifies() {
        JsonNode person = json(identify(Map.of("evidence", "id-card", "name", "张测试", "number", Terminal.ZHANG)));
        assertThat(person.path("number").asText()).isEqualTo(Terminal.ZHANG);
        assertThat(person.path("phone").asText()).isEqualTo("13800000000");
        assertThat(person.path("session").asText()).matches("[A-Za-z0-9_-]{20,128}");
    }

    @Test
    void aSmallLetterAtTheEndOfANumberCountsAsACapital() {
        assertThat(identify(Map.of("evidence", "id-card", "name", "李䶮", "number", "11010519491231002x"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSocialSecurityCardIdentifiesWithWhatItGivesFreely() {
        assertThat(json(identify(Map.of("evidence", "social-card", "cardNumber", "A00000011")))
                        .path("name")
                        .asText())
                .isEqualTo("张测试");
        assertThat(error(identify(Map.of("evidence", "social-card", "cardNumber", "A00000011", "name", "李四"))))
                .isEqualTo("404 unknown-person");
    }

    @Test
    void aLoginCodeServesOnceAndNotForLong() {
        String code = code();
        assertThat(identify(Map.of("evidence", "code", "code", code)).statusCode())
                .isEqualTo(200);
        assertThat(error(identify(Map.of("evidence", "code", "code", code)))).isEqualTo("410 code-expired");
        String late = code();
        platform.clock().advance(Duration.ofMinutes(6));
        assertThat(error(identify(Map.of("evidence", "code", "code", late)))).isEqualTo("410 code-expired");
    }

    private String code() {
        return json(terminal.control("POST", "/control/codes", Map.of("number", Terminal.ZHANG)))
                .path("code")
                .asText();
    }

    @Test
    void strangersAndNonsenseAreRefused() {
        assertThat(error(identify(Map.of("evidence", "id-card", "name", "李四", "number", Terminal.ZHANG))))
                .isEqualTo("404 unknown-person");
        assertThat(error(identify(Map.of("evidence", "typed", "number", Terminal.ZHANG))))
                .isEqualTo("400 bad-request");
        assertThat(error(identify(Map.of("evidence", "code", "code", "x".repeat(10_000)))))
                .isEqualTo("400 bad-request");
        assertThat(error(identify(Map.of("evidence", "code", "code", "x".repeat(70_000)))))
                .isEqualTo("413 too-large");
    }

    @Test
    void prefillHoldsWhatTheItemMaySeeAndNoMore() {
        JsonNode values = json(terminal.get(
                        "/v1/person/prefill?item=social-security.contribution-certificate", citizen()))
                .path("values");
        assertThat(values.path("phone").asText()).isEqualTo("13800000000");
        assertThat(values.path("insuredPlaceCode").asText()).isEqualTo("110101");
        assertThat(values.has("bankAccount")).isFalse();
        assertThat(error(terminal.get("/v1/person/prefill?item=tax.magic", citizen())))
                .isEqualTo("404 unknown-item");
    }

    @Test
    void aSessionEndsWithTimeWithTheVisitAndAtAnotherTerminal() {
        String path = "/v1/person/prefill?item=tax.income-tax-record";
        Map<String, String> session = citizen();
        assertThat(error(enrolled("T0002").get(path, session))).isEqualTo("401 session-expired");
        assertThat(terminal.send("DELETE", "/v1/person/session", session, Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(error(terminal.get(path, session))).isEqualTo("401 session-expired");
        Map<String, String> late = citizen();
        platform.clock().advance(Duration.ofMinutes(16));
        assertThat(error(terminal.get(path, late))).isEqualTo("401 session-expired");
    }

    @Test
    void certificatesAreListedByKindAndTakenInPlaceOfPaper() {
        JsonNode listed = json(terminal.get("/v1/person/certificates?kind=residence-permit", citizen()))
                .path("certificates");
        assertThat(listed).hasSize(1);
        String id = listed.get(0).path("id").asText();
        assertThat(submit("residence-permit", id).statusCode()).isEqualTo(201);
        HttpResponse<byte[]> refused = submit("residence-permit", id + "X");
        assertThat(error(refused)).isEqualTo("422 needs-citizen");
        assertThat(json(refused).path("problems").get(0).path("field").asText()).isEqualTo("residence-permit");
    }

    private HttpResponse<byte[]> submit(String material, String certificateId) {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, Terminal.APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", material)
                .put("source", "certificate")
                .put("certificateId", certificateId)
                .put("pages", 0);
        return terminal.submit(terminal.seal(id, json).whileTheCitizenWaits());
    }

    @Test
    void preCheckNamesTheFieldInBothLanguages() {
        JsonNode problems = json(terminal.send(
                        "POST",
                        "/v1/precheck",
                        citizen(),
                        Map.of(
                                "item",
                                "public-security.residence-registration",
                                "values",
                                Map.of(
                                        "phone", "110",
                                        "period", "2026-02/2026-01",
                                        "startDate", "soon",
                                        "residenceAddress", "北京市东城区测试街1号楼303室"))))
                .path("problems");
        assertThat(problems.findValuesAsText("field"))
                .isEqualTo(List.of("phone", "period", "startDate", "residenceAddress"));
        assertThat(problems.get(0).path("message").path("zh-CN").asText()).contains("手机号码");
        assertThat(problems.get(0).path("message").path("en").asText()).contains("11 digits");
    }

    @Test
    void theSameRulesHoldForASubmission() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, Terminal.APPLICATION);
        json.withObject("values").putObject("period").put("value", "2026-13/x").put("source", "citizen");
        assertThat(error(terminal.submit(terminal.seal(id, json).whileTheCitizenWaits())))
                .isEqualTo("422 needs-citizen");
        json.withObject("citizen").put("name", "李四");
        assertThat(json(terminal.submit(terminal.seal(id, json).whileTheCitizenWaits()))
                        .path("problems")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("citizen");
    }
}
