package kiosk.sync.wire;

import java.util.Map;
import kiosk.platform.Order;
import kiosk.sync.wire.Json.Malformed;

/** The states of an order as the wire writes them (PLATFORM-API.md, section 8). */
final class Orders {
    private static final Map<String, Order.State> STATES = Map.of(
            "open", Order.State.OPEN,
            "paid", Order.State.PAID,
            "settled", Order.State.SETTLED,
            "cancelled", Order.State.CANCELLED,
            "refunded", Order.State.REFUNDED);

    private Orders() {}

    static Order.State state(Json json) throws Malformed {
        Order.State state = STATES.get(json.text("state"));
        if (state == null) {
            throw new Malformed("not a state of an order");
        }
        return state;
    }
}
