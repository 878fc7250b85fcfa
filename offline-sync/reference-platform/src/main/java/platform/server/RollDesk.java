package platform.server;

import java.io.IOException;
import java.util.List;
import platform.door.Desk;
import platform.door.Route;
import platform.submission.Import;
import platform.terminal.Announcement;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** What an operator does, on the control port: the roll of terminals, the platform's keys, files that were carried on a stick. */
record RollDesk(House house) implements Desk {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/control/keys", this::turnKeys),
                Route.of(
                        "POST",
                        "/control/import",
                        call -> Answer.json(200, new Import(house.acceptance()).take(call.stream()))),
                Route.of("POST", "/control/tokens", this::giveToken),
                Route.of("POST", "/control/revocations", this::revoke));
    }

    private Answer turnKeys(Call call) throws Refusal, IOException {
        switch (Json.text(call.json(), "turn")) {
            case "announce-next" -> house.keys().announceNext();
            case "rotate" -> rotate();
            case "rotate-sign" -> house.keys().rotateSign();
            default -> throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        return Answer.json(200, Announcement.of(house.keys()));
    }

    /** A successor nobody was told of is none: what is sealed meanwhile would be sealed to a key that is past. */
    private void rotate() throws Refusal {
        if (!house.keys().rotate()) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
    }

    private Answer giveToken(Call call) throws Refusal, IOException {
        house.enrolments().expect(Json.text(call.json(), "terminal"), Json.text(call.json(), "token"));
        return Answer.nothing();
    }

    private Answer revoke(Call call) throws Refusal, IOException {
        house.terminals().revoke(Json.text(call.json(), "terminal"));
        return Answer.nothing();
    }
}
