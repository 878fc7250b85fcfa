package kiosk.sync.courier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.sync.wire.PlatformAddress;

/** A platform that answers as it is told, one answer after the other: for what the reference platform never says. */
final class Office implements AutoCloseable {
    /** What is said to a request; empty for the receipt it asks for. */
    interface Word {
        String to(HttpExchange request);
    }

    private final HttpServer server;
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private volatile Word word = request -> "";

    Office() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/v1/", this::answer);
        server.start();
    }

    /** From now on says the error of that status and code, and the given second for {@code Retry-After} where there is one. */
    void says(Word told) {
        word = told;
    }

    PlatformAddress address() {
        return new PlatformAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** The next request's path, within ten seconds. */
    String next() throws InterruptedException {
        String path = seen.poll(10, TimeUnit.SECONDS);
        return path == null ? "nothing" : path;
    }

    List<String> arrived() {
        return arrived;
    }

    int asked() {
        return seen.size();
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            request.getRequestBody().readAllBytes();
            String id = request.getRequestURI().getPath().replaceAll(".*/", "");
            String told = word.to(request);
            request.getResponseHeaders().set("Platform-Version", "1");
            request.getResponseHeaders().set("Content-Type", "application/json");
            if (told.isEmpty()) {
                arrived.add(id);
                told = "201 " + receipt(id, request.getRequestHeaders().getFirst("Content-Digest"));
            }
            byte[] body = told.substring(4).getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(Integer.parseInt(told.substring(0, 3)), body.length);
            request.getResponseBody().write(body);
            seen.add(id);
        }
    }

    static String receipt(String id, String digest) {
        return "{\"id\":\"" + id + "\",\"number\":\"-\",\"digest\":\"" + digest
                + "\",\"caseNumber\":\"S202611220000000171\",\"acceptedAt\":\"2026-11-22T09:15:02+08:00\","
                + "\"promise\":{\"kind\":\"working-days\",\"days\":1,\"due\":\"2026-11-23\"},\"ledgerSeq\":1}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
