package platform.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Counts what terminals printed, and lists the receipts that did not come out; section 7. */
record PrintDesk(House house, Reception reception) implements Desk {
    private static final Set<String> PAPERS = Set.of("document", "receipt");
    private static final Set<String> OUTCOMES = Set.of("out", "perhaps", "not-out");
    private static final int DAYS_KEPT = 30;

    /** How often a paper of the row named {@code ledger} is, or may be, out. */
    private static final String PRINTED = "(SELECT count(*) FROM print WHERE print.id = ledger.id AND paper = '%s'"
            + " AND outcome != 'not-out') AS printed";

    static final String DOCUMENTS_PRINTED = PRINTED.formatted("document");

    private static final String OWED = "SELECT ledger.*, amount_fen, " + PRINTED.formatted("receipt")
            + " FROM ledger JOIN matter USING (id)"
            + " LEFT JOIN orders ON orders.id = ledger.id AND orders.terminal = ledger.terminal"
            + " WHERE kind != 'rating' AND holder = ? AND accepted_at >= ?"
            + " AND EXISTS (SELECT 1 FROM print WHERE print.id = ledger.id AND paper = 'receipt')"
            + " AND NOT EXISTS (SELECT 1 FROM print WHERE print.id = ledger.id AND paper = 'receipt' AND outcome = 'out')"
            + " AND NOT EXISTS (SELECT 1 FROM ledger AS later WHERE later.replaces = ledger.id)"
            + " ORDER BY seq LIMIT 20";

    @Override
    public List<Route> routes() {
        return List.of(Route.of("PUT", "/v1/submissions/{id}/prints/{attempt}", this::printed));
    }

    private Answer printed(Call call) throws Refusal, IOException {
        String id = call.id();
        String attempt = call.idNamed("attempt");
        String terminal = call.terminal();
        String citizen = reception.numberOfCitizen(call);
        JsonNode said = call.json();
        String paper = oneOf(PAPERS, Json.text(said, "paper"));
        String outcome = oneOf(OUTCOMES, Json.text(said, "outcome"));
        Attempt told = new Attempt(attempt, terminal, paper, outcome);
        return house.store().inTransaction(tx -> {
            if (!concerns(tx, id, terminal, citizen)) {
                throw new Refusal(ErrorCode.NOT_FOUND);
            }
            String of = paper.equals("document") ? CaseDesk.latest(tx, id) : id;
            boolean isNew = note(tx, of, told);
            return Answer.json(isNew ? 201 : 200, Map.of("id", id, "paper", paper, "printed", counted(tx, of, paper)));
        });
    }

    /** What a terminal tells of one attempt. */
    private record Attempt(String id, String terminal, String paper, String outcome) {}

    private boolean note(Transaction tx, String of, Attempt told) throws SQLException {
        String now = house.clock().text();
        int entered = tx.change(
                "INSERT INTO print VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (attempt) DO NOTHING",
                told.id(),
                of,
                told.terminal(),
                told.paper(),
                told.outcome(),
                now);
        if (entered == 1 && told.paper().equals("document") && told.outcome().equals("out")) {
            tx.change(
                    "UPDATE matter SET state = 'collected', collected_at = ? WHERE id = ? AND state = 'issued'",
                    now,
                    of);
        }
        return entered == 1;
    }

    private static String oneOf(Set<String> words, String word) throws Refusal {
        if (!words.contains(word)) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return word;
    }

    /** The terminal sent it in, its holder is there, or was when it was listed. */
    static boolean concerns(Transaction tx, String id, String terminal, String citizen) throws SQLException {
        return tx.one(
                        "SELECT 1 FROM ledger JOIN matter USING (id) WHERE id = ? AND (terminal = ? OR holder = ?"
                                + " OR EXISTS (SELECT 1 FROM shown WHERE shown.id = ledger.id AND shown.terminal = ?))",
                        id,
                        terminal,
                        citizen,
                        terminal)
                .isPresent();
    }

    private static long counted(Transaction tx, String id, String paper) throws SQLException {
        return tx.one("SELECT " + PRINTED.formatted(paper) + " FROM ledger WHERE id = ?", id)
                .orElseThrow()
                .number("printed");
    }

    /** The receipts owed to a person. */
    List<Row> owed(Transaction tx, Person citizen) throws SQLException {
        String since = house.clock().textDaysAgo(DAYS_KEPT);
        return tx.all(OWED, citizen.number(), since);
    }

    /** That terminal may tell what it printed of these, when their holder has gone. */
    static void show(Transaction tx, String terminal, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            tx.change("INSERT INTO shown VALUES (?, ?) ON CONFLICT DO NOTHING", terminal, row.text("id"));
        }
    }

    static Map<String, Object> receipt(Row row) throws Refusal {
        JsonNode promise = Json.object(row.bytes("receipt"), ErrorCode.BROKEN).path("promise");
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("id", row.text("id"));
        receipt.put("item", row.text("item"));
        receipt.put("number", row.text("number"));
        receipt.put("caseNumber", row.text("case_number"));
        receipt.put("acceptedAt", row.text("accepted_at"));
        if (!Json.text(promise, "kind").equals("immediate")) {
            receipt.put("due", Json.text(promise, "due"));
        }
        row.optionalNumber("amount_fen").ifPresent(fen -> receipt.put("amountFen", fen));
        receipt.put("printed", row.number("printed"));
        return receipt;
    }
}
