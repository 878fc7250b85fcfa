package platform.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import platform.wire.Answer;
import platform.wire.ErrorCode;
import platform.wire.Fault;
import platform.wire.Refusal;

/** A door without moods: routes a request, turns a refusal into its answer, writes the answer with the header every answer bears. */
public final class Door implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Router router;
    private final Guard guard;

    public Door(Router router, Guard guard) {
        this.router = router;
        this.guard = guard;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    Answer answer(HttpExchange exchange) throws IOException {
        try {
            Router.Destination destination = router.find(exchange);
            guard.mustBeLetIn(exchange, destination.route());
            return destination.route().handler().answer(destination.call());
        } catch (Refusal refusal) {
            return Answer.refusal(refusal);
        } catch (UncheckedIOException e) {
            LOG.error("A request failed", e);
            return Answer.refusal(new Refusal(ErrorCode.BROKEN));
        } catch (RuntimeException e) {
            // A bug of any desk ends here, or the server would drop the line without an answer and without a line in
            // the log.
            LOG.error("A request failed by a bug: {}", Fault.of(e));
            return Answer.refusal(new Refusal(ErrorCode.BROKEN));
        }
    }

    static void write(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Platform-Version", "2");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (!answer.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        if (answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
