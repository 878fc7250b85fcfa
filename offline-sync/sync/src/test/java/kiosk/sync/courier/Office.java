package kiosk.sync.courier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.seal.Ledgers;
import kiosk.sync.seal.Opener;

/** A platform that answers as it is told, one answer after the other: for what the reference platform never says. */
final class Office implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is said to a submission; empty for the receipt it asks for. */
    interface Word {
        String to(HttpExchange request);
    }

    final Opener platform = new Opener();
    final Ledgers ledger = new Ledgers(platform);

    private final HttpServer server;
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final AtomicInteger greeted = new AtomicInteger();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> reconciled = new CopyOnWriteArrayList<>();
    private volatile Word word = request -> "";
    private volatile Word reckoning = request -> "";
    private volatile byte[] body = new byte[0];
    private volatile String slot =
            "200 {\"notBefore\":0,\"maxRate\":1000,\"maxInFlight\":1,\"maxBytesPerSecond\":1000000000,\"ttl\":300}";

    Office() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/v1/", this::answer);
        server.start();
    }

    /** From now on says the error of that status and code, and the given second for {@code Retry-After} where there is one. */
    void says(Word told) {
        word = told;
    }

    /** The same to who asks what is here; empty for the truth. */
    void saysOfWhatIsHere(Word told) {
        reckoning = told;
    }

    /** What is said to hello. */
    void saysToHello(String told) {
        slot = told;
    }

    PlatformAddress address() {
        return new PlatformAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** The next submission's id, within ten seconds. */
    String next() throws InterruptedException {
        String path = seen.poll(10, TimeUnit.SECONDS);
        return path == null ? "nothing" : path;
    }

    List<String> arrived() {
        return arrived;
    }

    /** The questions what is here, as they came. */
    List<String> reconciled() {
        return reconciled;
    }

    /** How often hello was said. */
    int greeted() {
        return greeted.get();
    }

    int asked() {
        return seen.size();
    }

    /** What stands on the submission that is being answered. */
    Opener.Head head() {
        return Opener.head(body);
    }

    byte[] manifest() {
        return Opener.manifest(body);
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            byte[] came = request.getRequestBody().readAllBytes();
            request.getResponseHeaders().set("Platform-Version", "2");
            request.getResponseHeaders().set("Content-Type", "application/json");
            String path = request.getRequestURI().getPath();
            boolean greets = path.equals("/v1/hello");
            greeted.addAndGet(greets ? 1 : 0);
            boolean reckons = path.equals("/v1/reconcile");
            String told = greets ? slot : reckons ? reckoned(request, came) : submitted(request, came);
            byte[] answer = told.substring(4).getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(Integer.parseInt(told.substring(0, 3)), answer.length);
            request.getResponseBody().write(answer);
            if (!reckons && !greets) {
                seen.add(request.getRequestURI().getPath().replaceAll(".*/", ""));
            }
        }
    }

    private String submitted(HttpExchange request, byte[] came) {
        String path = request.getRequestURI().getPath();
        boolean print = path.contains("/prints/");
        body = print ? body : came;
        String told = word.to(request);
        if (told.isEmpty() && print) {
            arrived.add(path.replaceAll(".*/", ""));
            return "201 {}";
        }
        if (told.isEmpty()) {
            arrived.add(head().id().toString());
            return "201 " + ledger.receipt(head(), manifest());
        }
        return told;
    }

    private String reckoned(HttpExchange request, byte[] came) throws IOException {
        reconciled.add(new String(came, StandardCharsets.UTF_8));
        String told = reckoning.to(request);
        if (!told.isEmpty()) {
            return told;
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode asked : JSON.readTree(came).path("submissions")) {
            String id = asked.path("id").asText();
            String receipt = ledger.given(id);
            answers.add(
                    receipt.isEmpty() ? state(id, "unknown", "") : state(id, "accepted", ",\"receipt\":" + receipt));
        }
        return "200 {\"submissions\":[" + String.join(",", answers) + "],\"ledgerSeq\":" + ledger.last() + "}";
    }

    static String state(String id, String state, String more) {
        return "{\"id\":\"" + id + "\",\"state\":\"" + state + "\"" + more + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
