package platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A terminal's line to the platform, and the hand on the platform's control port. */
class Line {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI platform;
    private final URI control;
    private final String name;
    private final HttpClient client = HttpClient.newHttpClient();

    Line(URI platform, URI control, String name) {
        this.platform = platform;
        this.control = control;
        this.name = name;
    }

    String name() {
        return name;
    }

    URI platform() {
        return platform;
    }

    HttpResponse<byte[]> get(String path, Map<String, String> headers) {
        return exchange("GET", path, headers, new byte[0]);
    }

    HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, Map<String, ?> body) {
        return exchange(method, path, typed(headers), bytes(body));
    }

    HttpResponse<byte[]> control(String method, String path, Map<String, ?> body) {
        return exchange(control, method, path, typed(Map.of()), bytes(body));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> typed(Map<String, String> headers) {
        Map<String, String> typed = new HashMap<>(headers);
        typed.put("Content-Type", "application/json");
        return typed;
    }

    HttpResponse<byte[]> exchangeControl(String method, String path, byte[] body) {
        return exchange(control, method, path, Map.of(), body);
    }

    HttpResponse<byte[]> exchange(String method, String path, Map<String, String> headers, byte[] body) {
        return exchange(platform, method, path, headers, body);
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

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
