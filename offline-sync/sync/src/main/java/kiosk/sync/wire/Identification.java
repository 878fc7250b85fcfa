package kiosk.sync.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.sync.wire.Json.Malformed;

/** The words of {@code POST /v1/identify} (PLATFORM-API.md, section 4). */
final class Identification {
    private Identification() {}

    static ObjectNode body(Evidence evidence) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        if (evidence instanceof Evidence.ByIdCard by) {
            return body.put("evidence", "id-card")
                    .put("name", by.card().name())
                    .put("number", by.card().number());
        }
        if (evidence instanceof Evidence.BySocialCard by) {
            return body.put("evidence", "social-card")
                    .put("cardNumber", by.card().cardNumber())
                    .put("number", by.card().number().number())
                    .put("name", by.card().name());
        }
        return body.put("evidence", "code").put("code", evidence instanceof Evidence.ByCode by ? by.code() : "");
    }

    /** The citizen the platform names; somebody else than the card's holder is no answer to trust. */
    static Citizen citizen(Evidence evidence, Json json) throws Malformed {
        String number = json.text("number");
        if (!onCard(evidence).map(number::equalsIgnoreCase).orElse(true)) {
            throw new Malformed("somebody else than was asked for");
        }
        String session = json.text("session");
        if (!session.matches("[A-Za-z0-9_-]{1,128}")) {
            throw new Malformed("not a session");
        }
        return new Citizen(json.text("name"), number, evidence, Citizen.Assurance.PLATFORM, Optional.of(session));
    }

    private static Optional<String> onCard(Evidence evidence) {
        if (evidence instanceof Evidence.ByIdCard by) {
            return Optional.of(by.card().number());
        }
        return evidence instanceof Evidence.BySocialCard by
                ? Optional.of(by.card().number().number())
                : Optional.empty();
    }
}
