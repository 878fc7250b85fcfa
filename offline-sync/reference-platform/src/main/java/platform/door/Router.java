package platform.door;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import platform.wire.Call;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Finds who answers a request. */
public final class Router {
    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A request together with who answers it. */
    record Destination(Route route, Call call) {}

    Destination find(HttpExchange exchange) throws Refusal {
        List<String> parts = Route.parts(exchange.getRequestURI().getRawPath());
        ErrorCode otherwise = ErrorCode.NOT_FOUND;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(parts);
            if (variables.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                return new Destination(route, new Call(exchange, variables.get()));
            }
            otherwise = variables.isPresent() ? ErrorCode.BAD_METHOD : otherwise;
        }
        throw new Refusal(otherwise);
    }
}
