package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void theProcessSaysWhereItListensAndEndsWhenItIsTold() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--store",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).startsWith("ready {");
            JsonNode ready = new ObjectMapper().readTree(line.substring("ready ".length()));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(ready.path("uri").asText() + "/v1/status"))
                    .header("Kiosk-Terminal", "T0001")
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"publicKey\"");
            assertThat(ready.path("controlPort").asInt()).isPositive();
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anUnknownOptionIsNotIgnored() {
        assertThatThrownBy(() -> Main.main(new String[] {"--prot", "80"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port");
    }

    @Test
    void aPlatformWithoutAControlPortHasNone() {
        try (ReferencePlatform platform = ReferencePlatform.start(0, -1, folder)) {
            assertThat(platform.uri().getPort()).isPositive();
            assertThatThrownBy(platform::controlUri).isInstanceOf(IllegalStateException.class);
        }
    }
}
