package platform.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import platform.door.Desk;
import platform.door.Route;
import platform.people.Person;
import platform.store.Row;
import platform.submission.Submitted;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Problem;
import platform.wire.Refusal;

/** What the demo's dock and the tests turn and count: on a loopback port of its own, never on the terminals' one. */
record ControlDesk(House house, Housekeeping housekeeping) implements Desk {
    private static final String LEDGER =
            "SELECT l.*, m.state, coalesce(c.copies, 0) AS copies FROM ledger l JOIN matter m USING (id)"
                    + " LEFT JOIN (SELECT terminal, number, count(*) AS copies FROM ledger WHERE replaces IS NULL GROUP BY terminal, number) c"
                    + " ON c.terminal = l.terminal AND c.number = l.number ORDER BY l.seq";

    private static final Problem SOMETHING_WITH_THE_PHONE = Problem.of(
            "phone",
            "invalid",
            "联系电话无法接通，请核对后重新填写。",
            "Nobody answers this telephone number. Check it and enter it again.");

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/control/misbehaviour", this::misbehave),
                Route.of("POST", "/control/clock", this::putAhead),
                Route.of("POST", "/control/codes", this::makeCode),
                Route.of(
                        "POST",
                        "/control/orders/{id}/pay",
                        call -> Answer.json(200, house.orders().pay(call.id()))),
                Route.of("GET", "/control/orders/{id}/money", this::money),
                Route.of("GET", "/control/ledger", call -> Answer.json(200, Map.of("ledger", ledger()))),
                Route.of("GET", "/control/quarantine", call -> Answer.json(200, Map.of("quarantine", quarantine()))),
                Route.of("GET", "/control/submissions/{id}", this::submission),
                Route.of("POST", "/control/submissions/{id}/decide", this::decide));
    }

    private Answer misbehave(Call call) throws Refusal, IOException {
        Moods.turn(house.misbehaviour(), call.json());
        return Answer.nothing();
    }

    private Answer putAhead(Call call) throws Refusal, IOException {
        try {
            house.clock().advance(Duration.parse(Json.text(call.json(), "ahead")));
        } catch (DateTimeException e) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        house.orders().sweep();
        house.uploads().sweep();
        return Answer.json(200, Map.of("time", house.clock().text()));
    }

    private Answer makeCode(Call call) throws Refusal, IOException {
        Person person = house.people()
                .withNumber(Json.text(call.json(), "number"))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_PERSON));
        return Answer.json(200, Map.of("code", house.codes().issue(person, "").word()));
    }

    private Answer money(Call call) throws Refusal {
        String id = call.id();
        List<String> movements = house
                .store()
                .inTransaction(tx -> tx.all("SELECT movement FROM money WHERE id = ? ORDER BY seq", id))
                .stream()
                .map(row -> row.text("movement"))
                .toList();
        return Answer.json(200, Map.of("money", movements));
    }

    private List<Map<String, Object>> ledger() {
        return house.store().inTransaction(tx -> tx.all(LEDGER)).stream()
                .map(this::entry)
                .toList();
    }

    private Map<String, Object> entry(Row row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (String column : List.of("terminal", "id", "number", "item", "kind", "digest", "state")) {
            entry.put(column, row.text(column));
        }
        entry.put("caseNumber", row.text("case_number"));
        entry.put("acceptedAt", row.text("accepted_at"));
        entry.put("copies", row.number("copies"));
        entry.put("deliveries", house.arrivals().of(row.text("id")));
        return entry;
    }

    private List<Map<String, Object>> quarantine() {
        return house
                .store()
                .inTransaction(tx -> tx.all("SELECT id, terminal, reason, length(body) AS size FROM quarantine"))
                .stream()
                .map(row -> Map.<String, Object>of(
                        "id", row.text("id"),
                        "terminal", row.text("terminal"),
                        "reason", row.text("reason"),
                        "bytes", row.number("size")))
                .toList();
    }

    private Answer submission(Call call) throws Refusal {
        String id = call.id();
        Row row = house.store()
                .inTransaction(tx -> tx.one("SELECT submission FROM matter WHERE id = ?", id))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        JsonNode submission = Json.object(row.bytes("submission"), ErrorCode.BROKEN);
        List<Map<String, Object>> pages = house
                .store()
                .inTransaction(tx -> tx.all(
                        "SELECT material, page, content_type, length(content) AS size FROM page WHERE id = ?"
                                + " ORDER BY material, page",
                        id))
                .stream()
                .map(page -> Map.<String, Object>of(
                        "material", page.text("material"),
                        "page", page.number("page"),
                        "contentType", page.text("content_type"),
                        "bytes", page.number("size")))
                .toList();
        return Answer.json(
                200,
                Map.of(
                        "fields", new TreeMap<>(Submitted.values(submission)),
                        "submission", submission,
                        "pages", pages));
    }

    /** What an official would do: {@code issued} makes the document, {@code returned} sends the case back, {@code completed} and {@code rejected} end it. */
    private Answer decide(Call call) throws Refusal, IOException {
        String id = call.id();
        String state = Json.text(call.json(), "state");
        switch (state) {
            case "issued" -> house.issuer().issue(id);
            case "completed", "rejected" -> close(id, state);
            case "returned" -> sendBack(id, call.json().path("problems"));
            default -> throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return Answer.nothing();
    }

    private void sendBack(String id, JsonNode problems) {
        byte[] told = Json.bytes(problems.isArray() ? problems : List.of(SOMETHING_WITH_THE_PHONE));
        house.store()
                .inTransaction(tx -> tx.change(
                        "UPDATE matter SET state = 'returned', problems = ? WHERE id = ?"
                                + " AND state IN ('accepted', 'processing')",
                        told,
                        id));
    }

    private void close(String id, String state) {
        boolean rejected = state.equals("rejected");
        house.store()
                .inTransaction(tx -> tx.change(
                        "UPDATE matter SET state = ?, reason_zh = ?, reason_en = ? WHERE id = ? AND state = 'processing'",
                        state,
                        rejected ? "材料不符合要求，请到窗口咨询。" : null,
                        rejected ? "The papers do not meet the conditions. Please ask at the counter." : null,
                        id));
    }
}
