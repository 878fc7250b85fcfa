package platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import platform.wire.Digest;

/** A terminal that speaks PLATFORM-API.md to a platform, and the hand on the platform's control port. */
final class Terminal {
    static final String ZHANG = "110101199003078881";
    static final Map<String, String> APPLICATION =
            Map.of("item", "public-security.no-criminal-record", "kind", "application");
    static final Map<String, String> CERTIFICATE =
            Map.of("item", "social-security.contribution-certificate", "kind", "certificate");
    static final Map<String, String> PAYMENT = Map.of("item", "tax.resident-insurance-payment", "kind", "payment");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI platform;
    private final URI control;
    private final String name;
    private final HttpClient client = HttpClient.newHttpClient();

    Terminal(ReferencePlatform platform, String name) {
        this(platform.uri(), platform.controlUri(), name);
    }

    Terminal(URI platform, URI control, String name) {
        this.platform = platform;
        this.control = control;
        this.name = name;
    }

    /** A sealed submission, ready to be sent any number of times. */
    record Sealed(UUID id, Map<String, String> headers, byte[] body) {
        Sealed withHeader(String header, String value) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.put(header, value);
            return new Sealed(id, changed, body);
        }

        Sealed withBody(byte[] otherBody) {
            return new Sealed(id, headers, otherBody).withHeader("Content-Digest", Digest.of(otherBody));
        }
    }

    /** A page to go with a submission. */
    record Page(String material, int page, byte[] content) {}

    ObjectNode submission(UUID id, Map<String, String> what) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", id.toString())
                .put("number", "K01-" + id.toString().substring(30))
                .put("terminal", name);
        json.put("item", what.get("item")).put("kind", what.get("kind"));
        ObjectNode citizen = json.putObject("citizen");
        citizen.put("name", "张测试")
                .put("number", ZHANG)
                .put("evidence", "id-card")
                .put("assurance", "platform");
        json.putObject("values").putObject("phone").put("value", "13800000000").put("source", "platform");
        json.putArray("materials");
        if (what.get("kind").equals("payment")) {
            json.put("amountFen", 40_000);
        }
        return json;
    }

    Sealed sealed(Map<String, String> what) {
        UUID id = UUID.randomUUID();
        return seal(id, submission(id, what));
    }

    Sealed rating(UUID of, String item, int stars) {
        UUID id = UUID.randomUUID();
        ObjectNode json = submission(id, Map.of("item", item, "kind", "rating"));
        json.remove("citizen");
        json.putObject("rating").put("of", of.toString()).put("stars", stars);
        return seal(id, json).withHeader("Depends-On", of.toString());
    }

    Sealed seal(UUID id, ObjectNode json, Page... pages) {
        return container(id, json, plaintext(json, List.of(pages)));
    }

    Sealed container(UUID id, ObjectNode json, byte[] plaintext) {
        JsonNode key = status().path("keys").path("current");
        byte[] body = Sealing.seal(
                plaintext, id, key.path("id").asText(), key.path("publicKey").asText());
        return new Sealed(
                id,
                Map.of(
                        "Content-Type", "application/vnd.kiosk.sealed",
                        "Content-Digest", Digest.of(body),
                        "Submission-Item", json.path("item").asText(),
                        "Submission-Kind", json.path("kind").asText(),
                        "Submission-Number", json.path("number").asText()),
                body);
    }

    static byte[] plaintext(ObjectNode json, List<Page> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(out, bytes(json));
        for (Page page : pages) {
            ObjectNode header = MAPPER.createObjectNode();
            header.put("material", page.material()).put("page", page.page());
            header.put("contentType", "image/jpeg").put("sha256", Digest.hex(page.content()));
            part(out, bytes(header));
            part(out, page.content());
        }
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    JsonNode status() {
        return json(get("/v1/status", Map.of()));
    }

    String identify() {
        return json(send(
                        "POST",
                        "/v1/identify",
                        Map.of(),
                        Map.of("evidence", "id-card", "name", "张测试", "number", ZHANG)))
                .path("session")
                .asText();
    }

    HttpResponse<byte[]> submit(Sealed sealed) {
        return exchange(platform, "PUT", "/v1/submissions/" + sealed.id(), sealed.headers(), sealed.body());
    }

    HttpResponse<byte[]> get(String path, Map<String, String> headers) {
        return exchange(platform, "GET", path, headers, new byte[0]);
    }

    HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, Map<String, ?> body) {
        return exchange(platform, method, path, typed(headers), bytes(body));
    }

    HttpResponse<byte[]> control(String method, String path, Map<String, ?> body) {
        return exchange(control, method, path, typed(Map.of()), bytes(body));
    }

    JsonNode openOrder(UUID id) {
        return json(
                send("PUT", "/v1/orders/" + id, Map.of(), Map.of("item", PAYMENT.get("item"), "amountFen", 40_000)));
    }

    HttpResponse<byte[]> pay(UUID id) {
        return control("POST", "/control/orders/" + id + "/pay", Map.of());
    }

    String orderState(UUID id) {
        return json(get("/v1/orders/" + id, Map.of())).path("state").asText();
    }

    /** The movements of money of an order, oldest first. */
    List<String> money(UUID id) {
        return texts(json(control("GET", "/control/orders/" + id + "/money", Map.of()))
                .path("money"));
    }

    JsonNode ledger() {
        return json(control("GET", "/control/ledger", Map.of())).path("ledger");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> typed(Map<String, String> headers) {
        Map<String, String> typed = new HashMap<>(headers);
        typed.put("Content-Type", "application/json");
        return typed;
    }

    private HttpResponse<byte[]> exchange(
            URI base, String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Kiosk-Terminal", name)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String error(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " " + json(answer).path("error").asText();
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
