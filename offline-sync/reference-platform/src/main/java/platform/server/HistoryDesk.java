package platform.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import platform.door.Desk;
import platform.door.Route;
import platform.people.Person;
import platform.store.Row;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** Lists what a person handed in at whatever terminal, each case under the submission that put it right last; section 7. */
record HistoryDesk(House house, Reception reception) implements Desk {
    private static final int DAYS = 90;
    private static final String SUBMISSIONS = "SELECT ledger.*, matter.state, matter.problems, matter.reason_zh,"
            + " matter.reason_en FROM ledger JOIN matter ON matter.id = ledger.id"
            + " WHERE matter.holder = ? AND ledger.accepted_at >= ? AND ledger.kind <> 'rating'"
            + " AND NOT EXISTS (SELECT 1 FROM ledger AS later WHERE later.replaces = ledger.id)"
            + " ORDER BY ledger.seq DESC LIMIT 20";

    @Override
    public List<Route> routes() {
        return List.of(Route.of("GET", "/v1/person/submissions", this::submissions));
    }

    private Answer submissions(Call call) throws Refusal {
        Person citizen = reception.citizen(call);
        String since = house.clock().textDaysAgo(DAYS);
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Row row : house.store().inTransaction(tx -> tx.all(SUBMISSIONS, citizen.number(), since))) {
            listed.add(submission(row));
        }
        return Answer.json(200, Map.of("submissions", listed));
    }

    private static Map<String, Object> submission(Row row) throws Refusal {
        Map<String, Object> submission = new LinkedHashMap<>();
        for (String column : List.of("id", "item", "kind", "number")) {
            submission.put(column, row.text(column));
        }
        submission.put("caseNumber", row.text("case_number"));
        submission.put("acceptedAt", row.text("accepted_at"));
        submission.put("state", row.text("state"));
        submission.put(
                "due",
                Json.text(Json.object(row.bytes("receipt"), ErrorCode.BROKEN).path("promise"), "due"));
        submission.putAll(CaseDesk.why(row));
        return submission;
    }
}
