package kiosk.demo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Turns the world from another process. Each call is done when it returns; none blocks for more than ten seconds. */
public final class WorldClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI control;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** A client of the control channel there. */
    public WorldClient(URI control) {
        this.control = control;
    }

    /** Where the control channel is. */
    public URI control() {
        return control;
    }

    /** Does something to the world. */
    public void turn(String verb, String... namesAndValues) {
        ask(verb, namesAndValues);
    }

    /** Asks the world something. */
    public String ask(String verb, String... namesAndValues) {
        StringBuilder path = new StringBuilder("/" + verb);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            path.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=');
            path.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path.toString()))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return answer(request);
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the world did not: " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("the world does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the world was turned", e);
        }
    }
}
