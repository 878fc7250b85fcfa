package platform.door;

import com.sun.net.httpserver.HttpExchange;
import platform.wire.Refusal;

/** Looks at who knocks before anything of the request is read. */
@FunctionalInterface
public interface Guard {
    /** Whoever reaches it is let in. */
    Guard NONE = (exchange, route) -> {};

    void mustBeLetIn(HttpExchange exchange, Route route) throws Refusal;
}
