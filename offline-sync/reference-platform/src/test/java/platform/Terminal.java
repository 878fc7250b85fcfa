package platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import platform.wire.Digest;

/** A terminal that speaks PLATFORM-API.md to a platform. */
final class Terminal extends Line {
    static final String ZHANG = "110101199003078881";
    static final Map<String, String> APPLICATION =
            Map.of("item", "public-security.no-criminal-record", "kind", "application");
    static final Map<String, String> CERTIFICATE =
            Map.of("item", "social-security.contribution-certificate", "kind", "certificate");
    static final Map<String, String> PAYMENT = Map.of("item", "tax.resident-insurance-payment", "kind", "payment");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID NONE = new UUID(0, 0);

    private final Sealing.Signer signer;

    Terminal(ReferencePlatform platform, String name) {
        this(platform.uri(), platform.controlUri(), name);
    }

    Terminal(URI platform, URI control, String name) {
        this(platform, control, name, Sealing.Signer.fresh(RANDOM));
    }

    private Terminal(URI platform, URI control, String name, Sealing.Signer signer) {
        super(platform, control, name);
        this.signer = signer;
    }

    /** The same terminal, at another platform or at the same one started anew. */
    Terminal at(ReferencePlatform other) {
        return new Terminal(other.uri(), other.controlUri(), name(), signer);
    }

    /** A page to go with a submission. */
    record Page(String material, int page, byte[] content) {}

    ObjectNode submission(UUID id, Map<String, String> what) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", id.toString())
                .put("number", "K01-" + id.toString().substring(30))
                .put("terminal", name());
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
        return seal(about(id, json, of, NONE), json, n -> false);
    }

    Sealed seal(UUID id, ObjectNode json, Page... pages) {
        return seal(about(id, json, NONE, NONE), json, n -> false, pages);
    }

    /** The same with all pages to be uploaded. */
    Sealed sealLarge(UUID id, ObjectNode json, Page... pages) {
        return seal(about(id, json, NONE, NONE), json, n -> n > 0, pages);
    }

    /** What puts another right, under that one's number. */
    Sealed correction(UUID replaced, ObjectNode json, Page... pages) {
        return seal(about(UUID.fromString(json.path("id").asText()), json, NONE, replaced), json, n -> false, pages);
    }

    Sealing.About about(UUID id, ObjectNode json, UUID dependsOn, UUID replaces) {
        return new Sealing.About(
                id,
                dependsOn,
                replaces,
                json.path("kind").asText(),
                System.currentTimeMillis(),
                7,
                Digest.sm3(new byte[] {7}),
                name(),
                json.path("item").asText(),
                json.path("number").asText());
    }

    Sealed seal(Sealing.About about, ObjectNode json, IntPredicate uploaded, Page... pages) {
        List<byte[]> plain = new ArrayList<>(List.of(bytes(json)));
        for (Page page : pages) {
            plain.add(part(page));
        }
        JsonNode keys = status().path("keys");
        List<byte[]> recipients = new ArrayList<>();
        for (String key : List.of("current", "next")) {
            if (keys.has(key)) {
                recipients.add(Base64.getDecoder()
                        .decode(keys.path(key).path("publicKey").asText()));
            }
        }
        return Sealed.of(about.id(), new Sealing(about, recipients, signer, RANDOM).seal(plain, uploaded), uploaded);
    }

    private static byte[] part(Page page) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("material", page.material()).put("page", page.page()).put("contentType", "image/jpeg");
        byte[] header = bytes(json);
        return ByteBuffer.allocate(4 + header.length + page.content().length)
                .putInt(header.length)
                .put(header)
                .put(page.content())
                .array();
    }

    /** Onto the platform's roll, with this key and that token. */
    HttpResponse<byte[]> enrol(String token) {
        return send("POST", "/v1/terminal/enrolment", Map.of(), Map.of("token", token, "signingKey", base64(signer)));
    }

    static String base64(Sealing.Signer signer) {
        return Base64.getEncoder().encodeToString(signer.publicKey());
    }

    Sealing.Signer signer() {
        return signer;
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
        return submit(sealed, sealed.body());
    }

    /** The same with another body, which has its digest. */
    HttpResponse<byte[]> submit(Sealed sealed, byte[] body) {
        Map<String, String> headers = new HashMap<>(sealed.headers());
        headers.putIfAbsent("Content-Digest", Digest.of(body));
        return exchange("PUT", "/v1/submissions/" + sealed.id(), headers, body);
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
}
