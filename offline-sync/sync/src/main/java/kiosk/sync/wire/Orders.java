package kiosk.sync.wire;

import java.util.Map;
import kiosk.platform.Order;
import kiosk.submission.SubmissionId;
import kiosk.sync.wire.Json.Malformed;

/** The states of an order as the wire writes them (PLATFORM-API.md, section 8). */
final class Orders {
    private static final int LONGEST_CODE = 200;
    private static final Map<String, Order.State> STATES = Map.of(
            "open", Order.State.OPEN,
            "paid", Order.State.PAID,
            "settled", Order.State.SETTLED,
            "cancelled", Order.State.CANCELLED,
            "refunded", Order.State.REFUNDED);

    private Orders() {}

    /** The order of that submission; only an open one needs its code. */
    static Order order(SubmissionId id, Json json) throws Malformed {
        Order.State state = state(id, json);
        boolean shown = state == Order.State.OPEN;
        String code = shown ? json.text("code") : json.optional("code").orElse("");
        if ((shown && code.isBlank()) || code.length() > LONGEST_CODE) {
            throw new Malformed("not a code to show");
        }
        return new Order(code, state);
    }

    /** How that submission's order stands; of another's, asked for by an address that was spoilt on the way, nothing is believed. */
    static Order.State state(SubmissionId id, Json json) throws Malformed {
        if (!json.text("id").equals(id.toString())) {
            throw new Malformed("another order");
        }
        Order.State state = STATES.get(json.text("state"));
        if (state == null) {
            throw new Malformed("not a state of an order");
        }
        return state;
    }
}
