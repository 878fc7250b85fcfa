package platform.server;

import java.io.IOException;
import java.util.List;
import platform.door.Desk;
import platform.door.Route;
import platform.queue.Bodies;
import platform.queue.Gate;
import platform.submission.Acceptance.Accepted;
import platform.submission.Arrival;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Takes submissions in: a manifest, with the small parts behind it; section 5.2. */
record SubmissionDesk(House house, Housekeeping housekeeping, Bodies bodies, Gate gate) implements Desk {
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int MOST_IN_HAND = 4;
    private static final int MOST_WAITING = 4;

    SubmissionDesk(House house, Housekeeping housekeeping, Bodies bodies) {
        this(house, housekeeping, bodies, new Gate(MOST_IN_HAND, MOST_WAITING, house.slots()));
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of("PUT", "/v1/submissions/{id}", this::receive));
    }

    /** Few at a time, because each is held in memory whole, its uploaded parts included; none holds a place while its body is still coming. */
    private Answer receive(Call call) throws Refusal, IOException {
        Arrival arrival = bodies.read(() -> arrival(call));
        return gate.pass(arrival.terminal(), () -> accept(arrival));
    }

    private static Arrival arrival(Call call) throws Refusal, IOException {
        call.mustBeOfType("application/vnd.kiosk.submission");
        String claimed = call.requiredHeader("Content-Digest");
        Arrival arrival = new Arrival(call.terminal(), call.id(), call.flag("Citizen-Waits"), call.body(LARGEST_BODY));
        if (!claimed.equals(Digest.of(arrival.body()))) {
            throw new Refusal(ErrorCode.DIGEST_WRONG);
        }
        return arrival;
    }

    private Answer accept(Arrival arrival) throws Refusal {
        if (house.misbehaviour().isDeliveringTwice()) {
            acceptOnce(arrival);
        }
        return acceptOnce(arrival);
    }

    private Answer acceptOnce(Arrival arrival) throws Refusal {
        house.arrivals().note(arrival.id());
        Accepted accepted = house.acceptance().accept(arrival);
        if (accepted.isIssuedAtOnce()) {
            housekeeping.soon();
        }
        return Answer.ofJson(accepted.isNew() ? 201 : 200, accepted.receipt());
    }
}
