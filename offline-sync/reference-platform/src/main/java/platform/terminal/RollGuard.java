package platform.terminal;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import platform.door.Guard;
import platform.door.Route;
import platform.wire.Call;
import platform.wire.Refusal;

/**
 * Lets in who says to be a terminal on the roll, on a line where it is believed: on loopback, or behind a front that has looked at its
 * certificate. Whoever wants onto the roll, or asks how the platform is, need not be on it.
 */
public final class RollGuard implements Guard {
    private static final Set<List<String>> OPEN =
            Set.of(Route.parts("/v1/terminal/enrolment"), Route.parts("/v1/status"));

    private final Terminals terminals;

    public RollGuard(Terminals terminals) {
        this.terminals = terminals;
    }

    @Override
    public void mustBeLetIn(HttpExchange exchange, Route route) throws Refusal {
        if (!OPEN.contains(route.path())) {
            terminals.mustBeEnrolled(new Call(exchange, Map.of()).terminal());
        }
    }
}
