package platform.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import platform.door.Desk;
import platform.door.Route;
import platform.people.Person;
import platform.store.Row;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Tells how a case stands, gives its document out, notes that it was collected; section 7. */
record CaseDesk(House house, Reception reception) implements Desk {
    private static final String SELECT = "SELECT ledger.*, matter.holder, state, issued_at, verification_code, pages,"
            + " document_digest, collected_at, reason_zh, reason_en FROM ledger JOIN matter USING (id) WHERE ";
    private static final String WAITING = "SELECT ledger.*, issued_at, verification_code, pages, "
            + PrintDesk.DOCUMENTS_PRINTED
            + " FROM ledger JOIN matter USING (id) WHERE holder = ? AND state = 'issued' ORDER BY seq LIMIT 20";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/submissions/{id}", call -> Answer.json(200, status(visible(call)))),
                Route.of("GET", "/v1/submissions/{id}/document", this::document),
                Route.of("PUT", "/v1/submissions/{id}/collected", this::collect),
                Route.of("GET", "/v1/person/collectables", this::collectables));
    }

    /** The case, if this terminal sent it or its holder is here. */
    private Row visible(Call call) throws Refusal {
        String id = call.id();
        String terminal = call.terminal();
        String citizen = reception.citizenIfAny(call).map(Person::number).orElse("");
        return house.store()
                .inTransaction(tx -> tx.one(SELECT + "id = ?", id))
                .filter(row -> row.text("terminal").equals(terminal)
                        || row.text("holder").equals(citizen))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    private Map<String, Object> status(Row row) throws Refusal {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", row.text("id"));
        status.put("state", row.text("state"));
        status.put("caseNumber", row.text("case_number"));
        if (row.optionalText("verification_code").isPresent()) {
            status.put("result", result(row));
        }
        if (row.optionalText("reason_en").isPresent()) {
            status.put("reason", Map.of("zh-CN", row.text("reason_zh"), "en", row.text("reason_en")));
        }
        return status;
    }

    private Map<String, Object> result(Row row) throws Refusal {
        return Map.of(
                "document",
                Optional.ofNullable(house.items().named(row.text("item")).document())
                        .orElse("document"),
                "verificationCode",
                row.text("verification_code"),
                "pages",
                row.number("pages"),
                "digest",
                row.text("document_digest"));
    }

    private Answer document(Call call) throws Refusal {
        Row row = issued(call);
        byte[] document = house.store()
                .inTransaction(tx -> tx.one("SELECT document FROM matter WHERE id = ?", row.text("id")))
                .orElseThrow()
                .bytes("document");
        return Answer.pdf(document, row.text("document_digest"));
    }

    private Row issued(Call call) throws Refusal {
        Row row = visible(call);
        if (row.optionalText("document_digest").isEmpty()) {
            throw new Refusal(ErrorCode.NOT_ISSUED);
        }
        return row;
    }

    private Answer collect(Call call) throws Refusal {
        String id = issued(call).text("id");
        String now = house.clock().now().toString();
        Row row = house.store().inTransaction(tx -> {
            tx.change(
                    "UPDATE matter SET state = 'collected', collected_at = ? WHERE id = ? AND state = 'issued'",
                    now,
                    id);
            return tx.one(SELECT + "id = ?", id).orElseThrow();
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("state", row.text("state"));
        answer.put("collectedAt", row.text("collected_at"));
        return Answer.json(200, answer);
    }

    private Answer collectables(Call call) throws Refusal {
        Person citizen = reception.citizen(call);
        String terminal = call.terminal();
        List<Row> receipts = new ArrayList<>();
        List<Row> documents = house.store().inTransaction(tx -> {
            receipts.addAll(new PrintDesk(house, reception).owed(tx, citizen));
            List<Row> issued = tx.all(WAITING, citizen.number());
            PrintDesk.show(tx, terminal, issued);
            PrintDesk.show(tx, terminal, receipts);
            return issued;
        });
        List<Map<String, Object>> owed = new ArrayList<>();
        for (Row receipt : receipts) {
            owed.add(PrintDesk.receipt(receipt));
        }
        return Answer.json(
                200,
                Map.of(
                        "collectables",
                        documents.stream().map(CaseDesk::collectable).toList(),
                        "receipts",
                        owed));
    }

    private static Map<String, Object> collectable(Row row) {
        return Map.of(
                "id", row.text("id"),
                "item", row.text("item"),
                "number", row.text("number"),
                "caseNumber", row.text("case_number"),
                "issuedAt", row.text("issued_at"),
                "verificationCode", row.text("verification_code"),
                "pages", row.number("pages"),
                "printed", row.number("printed"));
    }
}
