package platform.server;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import platform.door.Desk;
import platform.door.Route;
import platform.people.Person;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** Tells how a case stands, gives its document out, notes that it was collected; section 7. */
record CaseDesk(House house, Reception reception) implements Desk {
    private static final String SELECT = "SELECT ledger.*, matter.holder, state, issued_at, verification_code, pages,"
            + " document_digest, collected_at, problems, reason_zh, reason_en FROM ledger JOIN matter USING (id) WHERE ";
    private static final String WAITING = "SELECT ledger.*, issued_at, verification_code, pages, "
            + PrintDesk.DOCUMENTS_PRINTED
            + " FROM ledger JOIN matter USING (id) WHERE holder = ? AND state = 'issued' ORDER BY seq LIMIT 20";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/submissions/{id}", call -> Answer.json(200, status(call.id(), visible(call)))),
                Route.of("GET", "/v1/submissions/{id}/document", this::document),
                Route.of("PUT", "/v1/submissions/{id}/collected", this::collect),
                Route.of("GET", "/v1/person/collectables", this::collectables));
    }

    /** The case as it stands, if this terminal sent that submission of it or its holder is here. */
    private Row visible(Call call) throws Refusal {
        String id = call.id();
        String terminal = call.terminal();
        String citizen = reception.numberOfCitizen(call);
        return house.store()
                .inTransaction(tx -> {
                    Optional<Row> asked = tx.one(SELECT + "id = ?", id)
                            .filter(row -> row.text("terminal").equals(terminal)
                                    || row.text("holder").equals(citizen));
                    return asked.isPresent() ? Optional.of(latest(tx, asked.get())) : asked;
                })
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    /** The id of the submission that put the case of this one right last. */
    static String latest(Transaction tx, String id) throws SQLException {
        return latest(tx, tx.one(SELECT + "id = ?", id).orElseThrow()).text("id");
    }

    /** The submission that put the case right last. */
    private static Row latest(Transaction tx, Row row) throws SQLException {
        Row last = row;
        for (Optional<Row> later = Optional.of(row); later.isPresent(); ) {
            last = later.get();
            later = tx.one(SELECT + "replaces = ?", last.text("id"));
        }
        return last;
    }

    private Map<String, Object> status(String id, Row row) throws Refusal {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", id);
        status.put("state", row.text("state"));
        status.put("caseNumber", row.text("case_number"));
        if (row.optionalText("verification_code").isPresent()) {
            status.put("result", result(row));
        }
        status.putAll(why(row));
        return status;
    }

    /** Why a case was sent back or rejected. */
    static Map<String, Object> why(Row row) {
        Map<String, Object> why = new LinkedHashMap<>();
        if (row.text("state").equals("returned")) {
            row.optionalBytes("problems").ifPresent(problems -> why.put("problems", Json.written(problems)));
        }
        if (row.optionalText("reason_en").isPresent()) {
            why.put("reason", Map.of("zh-CN", row.text("reason_zh"), "en", row.text("reason_en")));
        }
        return why;
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
        Row row = withDocument(visible(call));
        byte[] document = house.store()
                .inTransaction(tx -> tx.one("SELECT document FROM matter WHERE id = ?", row.text("id")))
                .orElseThrow()
                .bytes("document");
        return Answer.pdf(document, row.text("document_digest"));
    }

    private static Row withDocument(Row row) throws Refusal {
        if (row.optionalText("document_digest").isEmpty()) {
            throw new Refusal(ErrorCode.NOT_ISSUED);
        }
        return row;
    }

    /** It may be told when the holder has gone, as what was printed may; the latest of the case is what was collected. */
    private Answer collect(Call call) throws Refusal {
        String asked = call.id();
        String terminal = call.terminal();
        String citizen = reception.numberOfCitizen(call);
        Row issued = house.store()
                .inTransaction(tx -> PrintDesk.concerns(tx, asked, terminal, citizen)
                        ? Optional.of(
                                latest(tx, tx.one(SELECT + "id = ?", asked).orElseThrow()))
                        : Optional.<Row>empty())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
        String id = withDocument(issued).text("id");
        String now = house.clock().text();
        Row row = house.store().inTransaction(tx -> {
            tx.change(
                    "UPDATE matter SET state = 'collected', collected_at = ? WHERE id = ? AND state = 'issued'",
                    now,
                    id);
            return tx.one(SELECT + "id = ?", id).orElseThrow();
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", call.id());
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
