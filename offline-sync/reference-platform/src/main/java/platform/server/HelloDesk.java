package platform.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import platform.door.Desk;
import platform.door.Route;
import platform.queue.Hello;
import platform.store.Row;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** Tells a terminal that comes back when it may send, and what of its queue is here already; sections 11.1 and 12. */
record HelloDesk(House house) implements Desk {
    private static final int MOST_ASKED = 200;
    private static final long MOST_WAITING = 1_000_000;
    private static final long MOST_BYTES = 1L << 40;

    @Override
    public List<Route> routes() {
        return List.of(Route.of("POST", "/v1/hello", this::slot), Route.of("POST", "/v1/reconcile", this::reconcile));
    }

    private Answer slot(Call call) throws Refusal, IOException {
        String terminal = call.terminal();
        JsonNode queue = call.json();
        long waiting = queue.path("waiting").asLong(-1);
        long bytes = queue.path("bytes").asLong(-1);
        if (waiting < 0 || waiting > MOST_WAITING || bytes < 0 || bytes > MOST_BYTES) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return Answer.json(200, house.slots().lay(new Hello(terminal, waiting, bytes)));
    }

    private Answer reconcile(Call call) throws Refusal, IOException {
        String terminal = call.terminal();
        List<Asked> asked = asked(call.json().path("submissions"));
        Map<String, Row> known = new HashMap<>();
        long last = house.store().inTransaction(tx -> {
            if (!asked.isEmpty()) {
                String ids = String.join(", ", Collections.nCopies(asked.size(), "?"));
                Object[] values = asked.stream().map(Asked::id).toArray();
                tx.all("SELECT id, terminal, digest, receipt FROM ledger WHERE id IN (" + ids + ")", values)
                        .forEach(row -> known.put(row.text("id"), row));
            }
            return tx.one("SELECT ledger_seq FROM terminal WHERE id = ?", terminal)
                    .orElseThrow()
                    .number("ledger_seq");
        });
        List<Map<String, Object>> told = asked.stream()
                .map(one -> told(one, terminal, known.get(one.id())))
                .toList();
        return Answer.json(200, Map.of("submissions", told, "ledgerSeq", last));
    }

    /** What a terminal believes to have sent, or to send. */
    private record Asked(String id, String digest) {}

    private static List<Asked> asked(JsonNode submissions) throws Refusal {
        List<Asked> asked = new ArrayList<>();
        for (JsonNode submission : submissions) {
            asked.add(new Asked(Call.id(Json.text(submission, "id")), Json.text(submission, "digest")));
        }
        if (!submissions.isArray() || asked.size() > MOST_ASKED) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return asked;
    }

    private static Map<String, Object> told(Asked asked, String terminal, @Nullable Row entry) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", asked.id());
        Optional<Row> known = Optional.ofNullable(entry);
        boolean isTheSame = known.filter(row -> row.text("terminal").equals(terminal))
                .filter(row -> row.text("digest").equals(asked.digest()))
                .isPresent();
        told.put("state", known.isEmpty() ? "unknown" : isTheSame ? "accepted" : "conflict");
        if (isTheSame) {
            known.ifPresent(row -> told.put("receipt", Json.written(row.bytes("receipt"))));
        }
        return told;
    }
}
