package platform.door;

import com.sun.net.httpserver.HttpExchange;
import platform.wire.Refusal;

/** Looks at who knocks before anything of the request is read. */
@FunctionalInterface
public interface Guard {
    /** On loopback everybody is believed to be the terminal it says it is. */
    Guard NONE = (exchange, route) -> {};

    void mustBeLetIn(HttpExchange exchange, Route route) throws Refusal;
}
