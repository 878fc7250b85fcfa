package platform.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import platform.door.Desk;
import platform.door.Route;
import platform.item.Item;
import platform.money.Orders;
import platform.money.Orders.Opened;
import platform.money.Orders.Wish;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** Opens, shows and cancels payment orders; section 8. */
record OrderDesk(House house) implements Desk {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("PUT", "/v1/orders/{id}", this::open),
                Route.of("GET", "/v1/orders/{id}", this::show),
                Route.of("DELETE", "/v1/orders/{id}", this::cancel));
    }

    private Answer open(Call call) throws Refusal, IOException {
        Orders.Key key = key(call);
        JsonNode wish = call.json();
        Item item = house.items().named(Json.text(wish, "item"));
        if (house.misbehaviour().isDown(item.department())) {
            throw new Refusal(ErrorCode.DEPARTMENT_DOWN);
        }
        long amount = wish.path("amountFen").longValue();
        if (!item.costs(amount)) {
            throw new Refusal(ErrorCode.AMOUNT_MISMATCH);
        }
        Opened opened = house.orders().open(new Wish(key, item.code(), amount));
        return Answer.json(opened.isNew() ? 201 : 200, opened.order());
    }

    private Answer show(Call call) throws Refusal {
        return Answer.json(200, house.orders().find(key(call)));
    }

    private Answer cancel(Call call) throws Refusal {
        return Answer.json(200, house.orders().cancel(key(call)));
    }

    private static Orders.Key key(Call call) throws Refusal {
        return new Orders.Key(call.terminal(), call.id());
    }
}
