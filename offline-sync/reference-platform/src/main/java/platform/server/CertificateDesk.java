package platform.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import platform.door.Desk;
import platform.door.Route;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.Json;
import platform.wire.Refusal;

/** Renews certificates over the line that the present one, if need be an expired one, has opened; section 13. */
record CertificateDesk(House house) implements Desk {
    @Override
    public List<Route> routes() {
        return List.of(Route.of("POST", "/v1/terminal/certificate", this::renew));
    }

    private Answer renew(Call call) throws Refusal, IOException {
        String request = Json.text(call.json(), "request");
        return Answer.json(201, Map.of("certificate", house.certificates().renew(call.terminal(), request)));
    }
}
