package platform.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import platform.door.Desk;
import platform.door.Route;
import platform.item.Items;
import platform.terminal.Announcement;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.Refusal;

/** Says the time, which departments answer, and the keys to seal with; section 3. */
record StatusDesk(House house) implements Desk {

    @Override
    public List<Route> routes() {
        return List.of(Route.of("GET", "/v1/status", this::status));
    }

    private Answer status(Call call) throws Refusal {
        call.terminal();
        Map<String, Boolean> departments = new LinkedHashMap<>();
        for (String department : Items.DEPARTMENTS) {
            departments.put(department, !house.misbehaviour().isDown(department));
        }
        return Answer.json(
                200,
                Map.of(
                        "time",
                        house.clock().text(),
                        "departments",
                        departments,
                        "keys",
                        Announcement.of(house.keys())));
    }
}
