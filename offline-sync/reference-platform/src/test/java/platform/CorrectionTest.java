package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.PAYMENT;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import platform.Terminal.Page;

class CorrectionTest extends PlatformTest {
    private final UUID first = UUID.randomUUID();

    /** An application with two scanned papers and a telephone number that cannot be one. */
    private JsonNode handedIn() {
        ObjectNode json = terminal.submission(first, APPLICATION);
        json.withObject("values").putObject("phone").put("value", "110").put("source", "citizen");
        json.withObject("values")
                .putObject("purpose")
                .put("value", "employment")
                .put("source", "citizen");
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 1);
        json.withArray("materials")
                .addObject()
                .put("material", "letter")
                .put("source", "scan")
                .put("pages", 1);
        HttpResponse<byte[]> answer = terminal.submit(
                terminal.seal(first, json, new Page("lease", 1, new byte[11]), new Page("letter", 1, new byte[22])));
        assertThat(answer.statusCode()).isEqualTo(201);
        return json(answer);
    }

    /** What puts a submission right at some terminal: what every correction carries, and the telephone number. */
    private static ObjectNode correction(Terminal at, String number, Map<String, String> what, String phone) {
        ObjectNode json = at.submission(UUID.randomUUID(), what).put("number", number);
        json.withObject("values").putObject("phone").put("value", phone).put("source", "citizen");
        return json;
    }

    private JsonNode listed(Terminal at) {
        return json(at.get("/v1/person/submissions", Map.of("Citizen-Session", at.identify())))
                .path("submissions");
    }

    private String state(UUID id) {
        return json(terminal.get("/v1/submissions/" + id, Map.of()))
                .path("state")
                .asText();
    }

    @Test
    void aReturnedCaseIsPutRightAtAnotherTerminalWithWhatWasWrongAlone() {
        JsonNode receipt = handedIn();
        assertThat(state(first)).isEqualTo("returned");
        Terminal elsewhere = enrolled("T0002");
        JsonNode returned = listed(elsewhere).get(0);
        assertThat(returned.path("id").asText()).isEqualTo(first.toString());
        assertThat(returned.path("state").asText()).isEqualTo("returned");
        assertThat(returned.at("/problems/0/field").asText()).isEqualTo("phone");
        assertThat(returned.at("/problems/0/message/zh-CN").asText()).contains("手机号码");
        ObjectNode json = correction(elsewhere, returned.path("number").asText(), APPLICATION, "13900000000");
        json.withArray("materials")
                .addObject()
                .put("material", "letter")
                .put("source", "scan")
                .put("pages", 1);
        Sealed sealed = elsewhere.correction(first, json, new Page("letter", 1, new byte[33]));
        HttpResponse<byte[]> answer = elsewhere.submit(sealed);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).path("caseNumber")).isEqualTo(receipt.path("caseNumber"));
        assertThat(json(answer).path("ledgerSeq").asInt()).isEqualTo(1);
        assertThat(state(first)).isEqualTo("processing");
        JsonNode opened = json(terminal.control("GET", "/control/submissions/" + sealed.id(), Map.of()));
        assertThat(opened.path("fields").path("phone").asText()).isEqualTo("13900000000");
        assertThat(opened.path("fields").path("purpose").asText()).isEqualTo("employment");
        assertThat(opened.path("pages").findValuesAsText("bytes")).containsExactly("11", "33");
        assertThat(listed(terminal).findValuesAsText("id"))
                .containsExactly(sealed.id().toString());
        assertThat(elsewhere.submit(sealed).body()).isEqualTo(answer.body());
    }

    @Test
    void aCaseIsPutRightOnceAndByNobodyElse() {
        String number = handedIn().path("number").asText();
        assertThat(error(replaced(correction(terminal, "K01-elsewhere", APPLICATION, "13900000000"))))
                .isEqualTo("422 replaces-wrong");
        Map<String, String> otherItem = Map.of("item", "public-security.residence-registration", "kind", "application");
        assertThat(error(replaced(correction(terminal, number, otherItem, "13900000000"))))
                .isEqualTo("422 replaces-wrong");
        ObjectNode anothers = correction(terminal, number, APPLICATION, "13900000000");
        anothers.withObject("citizen").put("name", "李䶮").put("number", "11010519491231002X");
        assertThat(error(replaced(anothers))).isEqualTo("422 replaces-wrong");
        assertThat(replaced(correction(terminal, number, APPLICATION, "13900000000"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(error(replaced(correction(terminal, number, APPLICATION, "13900000001"))))
                .isEqualTo("422 replaces-wrong");
    }

    private HttpResponse<byte[]> replaced(ObjectNode json) {
        return terminal.submit(terminal.correction(first, json));
    }

    @Test
    void whatAnOfficialSendsBackMayComeBackMoreThanOnce() {
        Sealed sound = terminal.sealed(APPLICATION);
        String number = json(terminal.submit(sound)).path("number").asText();
        assertThat(error(terminal.submit(
                        terminal.correction(sound.id(), correction(terminal, number, APPLICATION, "13900000000")))))
                .isEqualTo("422 replaces-wrong");
        Map<String, Object> decision = Map.of(
                "state",
                "returned",
                "problems",
                List.of(Map.of(
                        "field", "purpose", "code", "required", "message", Map.of("zh-CN", "请填写", "en", "Fill in"))));
        terminal.control("POST", "/control/submissions/" + sound.id() + "/decide", decision);
        assertThat(listed(terminal).get(0).at("/problems/0/field").asText()).isEqualTo("purpose");
        Sealed flawed = terminal.correction(sound.id(), correction(terminal, number, APPLICATION, "110"));
        assertThat(error(terminal.submit(flawed.whileTheCitizenWaits()))).isEqualTo("422 needs-citizen");
        assertThat(terminal.submit(flawed).statusCode()).isEqualTo(201);
        assertThat(state(sound.id())).isEqualTo("returned");
        assertThat(listed(terminal).findValuesAsText("id"))
                .containsExactly(flawed.id().toString());
        Sealed right = terminal.correction(flawed.id(), correction(terminal, number, APPLICATION, "13900000000"));
        assertThat(terminal.submit(right).statusCode()).isEqualTo(201);
        terminal.control("POST", "/control/submissions/" + right.id() + "/decide", Map.of("state", "completed"));
        assertThat(state(sound.id())).isEqualTo("completed");
    }

    /** A payment that was settled and sent back for its telephone number. */
    private String paidAndReturned() {
        terminal.openOrder(first);
        terminal.pay(first);
        ObjectNode json = terminal.submission(first, PAYMENT);
        json.withObject("values").putObject("phone").put("value", "110").put("source", "citizen");
        assertThat(terminal.submit(terminal.seal(first, json)).statusCode()).isEqualTo(201);
        assertThat(state(first)).isEqualTo("returned");
        assertThat(terminal.money(first)).containsExactly("payment", "settlement");
        return json.path("number").asText();
    }

    @Test
    void whatPutsAPaymentRightMovesNoMoney() {
        ObjectNode right = correction(terminal, paidAndReturned(), PAYMENT, "13900000000");
        assertThat(replaced(right).statusCode()).isEqualTo(201);
        assertThat(terminal.money(first)).containsExactly("payment", "settlement");
    }

    @Test
    void whatPutsAPaymentRightCannotChangeWhatWasPaid() {
        String number = paidAndReturned();
        ObjectNode dearer = correction(terminal, number, PAYMENT, "13900000000").put("amountFen", 50_000);
        assertThat(error(replaced(dearer))).isEqualTo("422 amount-mismatch");
        ObjectNode silent = correction(terminal, number, PAYMENT, "13900000000");
        silent.remove("amountFen");
        assertThat(replaced(silent).statusCode()).isEqualTo(201);
        JsonNode whole = json(terminal.control(
                "GET", "/control/submissions/" + silent.path("id").asText(), Map.of()));
        assertThat(whole.at("/submission/amountFen").asLong()).isEqualTo(40_000);
    }
}
