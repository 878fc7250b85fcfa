package platform.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import platform.Misbehaviour;
import platform.wire.Answer;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** The door terminals knock at, with all the moods of {@link Misbehaviour}. */
public final class FrontDoor implements HttpHandler {
    private static final byte[] PORTAL = "<!doctype html><title>Welcome</title><p>Please log in to use this network."
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] HALF_A_WORD = "{\"id\": \"0193".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MORE =
            "\"padding padding padding\",\n".repeat(400).getBytes(StandardCharsets.UTF_8);
    private static final long ENDLESS_BYTES = 5L * 1024 * 1024 * 1024;

    private final Door door;
    private final Misbehaviour misbehaviour;
    private final CountDownLatch closing;

    public FrontDoor(Door door, Misbehaviour misbehaviour, CountDownLatch closing) {
        this.door = door;
        this.misbehaviour = misbehaviour;
        this.closing = closing;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (dawdles() && !misbehaviour.isHangingUp()) {
                receive(exchange);
            }
        }
    }

    /** False where the platform closes meanwhile. */
    private boolean dawdles() {
        try {
            return !closing.await(misbehaviour.slowness().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        switch (misbehaviour.disguise()) {
            case NONE -> serve(exchange);
            case NOT_JSON -> Door.write(exchange, Answer.ofJson(200, HALF_A_WORD));
            case CAPTIVE_PORTAL -> showPortal(exchange);
            case ENDLESS -> talkOn(exchange);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Answer answer = misbehaviour.isDown() ? Answer.refusal(new Refusal(ErrorCode.DOWN)) : door.answer(exchange);
        if (!losesAnswer(exchange, answer)) {
            Door.write(exchange, answer);
        }
    }

    private boolean losesAnswer(HttpExchange exchange, Answer answer) {
        String method = exchange.getRequestMethod();
        boolean changes = answer.isSuccess() && (method.equals("PUT") || method.equals("DELETE"));
        String path = exchange.getRequestURI().getRawPath();
        if (changes && path.startsWith("/v1/submissions/")) {
            return misbehaviour.losesThisAnswer();
        }
        return changes && path.startsWith("/v1/orders/") && misbehaviour.losesThisOrderAnswer();
    }

    private static void showPortal(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, PORTAL.length);
        exchange.getResponseBody().write(PORTAL);
    }

    private void talkOn(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Platform-Version", "2");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write('[');
        for (long sent = 0; sent < ENDLESS_BYTES && closing.getCount() > 0; sent += MORE.length) {
            out.write(MORE);
        }
    }
}
