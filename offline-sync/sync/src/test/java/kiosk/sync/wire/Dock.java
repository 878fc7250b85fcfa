package kiosk.sync.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.seal.Ledgers;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sha256;
import kiosk.sync.seal.Sm3;

/** Where large parts arrive, piece by piece (PLATFORM-API.md, section 5.1), and where a test cuts the line, loses parts or lies. */
final class Dock implements AutoCloseable {
    final Opener platform = new Opener();
    final Ledgers ledger = new Ledgers(platform);
    final List<String> requests = new CopyOnWriteArrayList<>();
    final Map<Integer, ByteArrayOutputStream> parts = new ConcurrentHashMap<>();
    volatile String waits = "";

    private final HttpServer server;
    private final Map<Integer, Boolean> whole = new TreeMap<>();
    private volatile Trick trick = (request, bytes) -> false;

    /** What happens to a request instead of what should; answers whether it did. */
    interface Trick {
        boolean plays(HttpExchange request, byte[] bytes) throws IOException;
    }

    Dock() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/v1/submissions/", this::serve);
        server.start();
    }

    void plays(Trick next) {
        trick = next;
    }

    PlatformAddress address() {
        return new PlatformAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Keeps only so many bytes of a part, as after a cut. */
    synchronized void keep(int part, int length) {
        byte[] all = parts.get(part).toByteArray();
        parts.get(part).reset();
        parts.get(part).write(all, 0, length);
        whole.put(part, false);
    }

    synchronized void lose(int part) {
        parts.remove(part);
        whole.remove(part);
    }

    private synchronized void serve(HttpExchange request) throws IOException {
        try (request) {
            byte[] bytes = request.getRequestBody().readAllBytes();
            String offset = request.getRequestHeaders().getFirst("Upload-Offset");
            requests.add(request.getRequestMethod() + (offset == null ? "" : " " + offset));
            request.getResponseHeaders().set("Platform-Version", "2");
            if (trick.plays(request, bytes)) {
                return;
            }
            if (request.getRequestMethod().equals("PUT")) {
                manifest(request, bytes);
            } else {
                piece(request, bytes);
            }
        }
    }

    private void piece(HttpExchange request, byte[] bytes) throws IOException {
        int part = Integer.parseInt(request.getRequestURI().getPath().replaceAll(".*/", ""));
        boolean asked = request.getRequestMethod().equals("HEAD");
        if (asked && !parts.containsKey(part)) {
            request.sendResponseHeaders(404, -1);
        } else {
            ByteArrayOutputStream here = parts.computeIfAbsent(part, it -> new ByteArrayOutputStream());
            if (!asked && !took(request, bytes, part, here)) {
                return;
            }
            place(request, here.size());
            request.getResponseHeaders().set("Upload-Complete", whole.getOrDefault(part, false) ? "?1" : "?0");
            request.sendResponseHeaders(204, -1);
        }
    }

    private boolean took(HttpExchange request, byte[] bytes, int part, ByteArrayOutputStream here) throws IOException {
        if (Integer.parseInt(request.getRequestHeaders().getFirst("Upload-Offset")) != here.size()) {
            place(request, here.size());
            fails(request, 409, "upload-offset", "");
            return false;
        }
        here.writeBytes(bytes);
        if ("?1".equals(request.getRequestHeaders().getFirst("Upload-Complete"))) {
            String digest = request.getRequestHeaders().getFirst("Repr-Digest");
            if (!Sha256.field(here.toByteArray()).equals(digest)) {
                here.reset();
                fails(request, 400, "digest-wrong", "");
                return false;
            }
            whole.put(part, true);
        }
        return true;
    }

    private void manifest(HttpExchange request, byte[] body) throws IOException {
        waits = String.valueOf(request.getRequestHeaders().getFirst("Citizen-Waits"));
        Opener.Head head = Opener.head(body);
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < head.parts().size(); i++) {
            boolean here = !head.parts().get(i).uploaded()
                    || (whole.getOrDefault(i, false)
                            && java.util.Arrays.equals(
                                    Sm3.of(parts.get(i).toByteArray()),
                                    head.parts().get(i).sm3()));
            if (!here) {
                missing.add(Integer.toString(i));
            }
        }
        if (!missing.isEmpty()) {
            fails(request, 409, "parts-missing", ",\"parts\":[" + String.join(",", missing) + "]");
            return;
        }
        says(request, 201, ledger.receipt(head, Opener.manifest(body)));
    }

    static void fails(HttpExchange request, int status, String code, String more) throws IOException {
        says(request, status, "{\"error\":\"" + code + "\"" + more + "}");
    }

    private static void says(HttpExchange request, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", "application/json");
        boolean head = request.getRequestMethod().equals("HEAD");
        request.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            request.getResponseBody().write(bytes);
        }
    }

    static void place(HttpExchange request, int at) {
        request.getResponseHeaders().set("Upload-Offset", Integer.toString(at));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
