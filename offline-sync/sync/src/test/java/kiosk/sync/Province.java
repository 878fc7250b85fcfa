package kiosk.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kiosk.submission.SubmissionId;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.keys.Sm2Secret;
import platform.Misbehaviour;
import platform.Plan;
import platform.ReferencePlatform;
import platform.submission.Import;

/** The reference platform, and what only its officials see. */
public final class Province implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReferencePlatform platform;
    private final HttpClient client = HttpClient.newHttpClient();

    public Province(Path folder) {
        this(Plan.in(folder));
    }

    public Province(Plan plan) {
        platform = ReferencePlatform.start(plan);
    }

    /** Puts a terminal on the roll, with a key that nothing is signed with. */
    public void enrol(String terminal) {
        String key = Sm2Secret.fresh(new SecureRandom()).publicKey().base64();
        asked(
                platform.uri().resolve("/v1/terminal/enrolment"),
                "POST",
                "{\"token\": \"demo\", \"signingKey\": \"" + key + "\"}",
                Map.of("Kiosk-Terminal", terminal));
    }

    public PlatformAddress address() {
        return new PlatformAddress(platform.uri());
    }

    public Misbehaviour misbehaviour() {
        return platform.misbehaviour();
    }

    public void letTimePass(java.time.Duration time) {
        asked("POST", "/control/clock", "{\"ahead\": \"" + time + "\"}");
    }

    public void pay(SubmissionId id) {
        asked("POST", "/control/orders/" + id + "/pay", "");
    }

    public String codeOf(String number) {
        return asked("POST", "/control/codes", "{\"number\": \"" + number + "\"}")
                .path("code")
                .asText();
    }

    /** What moved of an order's money, in order. */
    public List<String> money(SubmissionId id) {
        List<String> movements = new ArrayList<>();
        asked("GET", "/control/orders/" + id + "/money", "").path("money").forEach(it -> movements.add(it.asText()));
        return movements;
    }

    /** What came of a file that was carried here. */
    public Import.Outcome take(Path file) throws IOException {
        return platform.take(file);
    }

    /** The rows of the ledger. */
    public List<JsonNode> ledger() {
        return StreamSupport.stream(
                        asked("GET", "/control/ledger", "").path("ledger").spliterator(), false)
                .toList();
    }

    /** The rows of the ledger with that id. */
    public List<JsonNode> ledger(SubmissionId id) {
        return ledger().stream()
                .filter(it -> it.path("id").asText().equals(id.toString()))
                .toList();
    }

    /** What was handed in, as the platform reads it. */
    public JsonNode submission(SubmissionId id) {
        return asked("GET", "/control/submissions/" + id, "");
    }

    private JsonNode asked(String method, String path, String body) {
        return asked(platform.controlUri().resolve(path), method, body, Map.of());
    }

    private JsonNode asked(URI uri, String method, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            byte[] answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return answer.length == 0 ? JSON.createObjectNode() : JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
