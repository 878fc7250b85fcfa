package kiosk.sync.wire;

import java.util.Map;
import kiosk.platform.Order;
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

    /** An order; only an open one needs its code. */
    static Order order(Json json) throws Malformed {
        Order.State state = state(json);
        boolean shown = state == Order.State.OPEN;
        String code = shown ? json.text("code") : json.optional("code").orElse("");
        if ((shown && code.isBlank()) || code.length() > LONGEST_CODE) {
            throw new Malformed("not a code to show");
        }
        return new Order(code, state);
    }

    static Order.State state(Json json) throws Malformed {
        Order.State state = STATES.get(json.text("state"));
        if (state == null) {
            throw new Malformed("not a state of an order");
        }
        return state;
    }
}
