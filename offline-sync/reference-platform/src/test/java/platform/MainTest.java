package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    /** The platform in a process of its own. */
    private record Running(Process process, JsonNode ready, Terminal terminal) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Running run(String... options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--store",
                folder.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).startsWith("ready {");
        JsonNode ready = new ObjectMapper().readTree(line.substring("ready ".length()));
        URI uri = URI.create(ready.path("uri").asText());
        URI control = URI.create(ready.path("controlUri").asText("none"));
        return new Running(process, ready, new Terminal(uri, control, "T0001"));
    }

    @Test
    void theProcessSaysWhereItListensHasNoControlPortUnaskedAndEndsWhenItIsTold()
            throws IOException, InterruptedException {
        try (Running running = run("--control-port", "-1")) {
            assertThat(running.ready().has("controlUri")).isFalse();
            assertThat(running.terminal()
                            .status()
                            .path("keys")
                            .path("current")
                            .path("id")
                            .asText())
                    .matches("[0-9a-f]{16}");
            running.process().destroy();
            assertThat(running.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPlatformKilledBeforeItsAnswerStillKnowsWhatItAcceptedAndWhatWasPaid()
            throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        Sealed sealed;
        try (Running running = run("--control-port", "0")) {
            Terminal terminal = running.terminal();
            terminal.enrol("demo");
            sealed = terminal.seal(id, terminal.submission(id, Terminal.PAYMENT));
            terminal.openOrder(id);
            terminal.pay(id);
            terminal.control("POST", "/control/misbehaviour", Map.of("cutAnswers", 1));
            assertThatThrownBy(() -> terminal.submit(sealed)).isInstanceOf(UncheckedIOException.class);
            running.process().destroyForcibly().waitFor();
        }
        try (Running running = run("--control-port", "0")) {
            HttpResponse<byte[]> again = running.terminal().submit(sealed);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(running.terminal().ledger()).hasSize(1);
            assertThat(running.terminal().money(id)).containsExactly("payment", "settlement");
        }
    }

    @Test
    void anUnknownOptionIsNotIgnored() {
        assertThatThrownBy(() -> Main.main(new String[] {"--prot", "80"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port");
    }

    @Test
    void onlyADemonstrationTakesAnyToken() {
        Plan demonstration = Main.plan(Map.of());
        assertThat(demonstration.takesAnyToken()).isTrue();
        assertThat(demonstration.ports().control()).isEqualTo(Plan.NONE);
        for (String option : List.of("--tls-port", "--database")) {
            String value = option.equals("--database") ? "jdbc:postgresql://127.0.0.1/x" : "0";
            assertThatThrownBy(() -> Main.plan(Map.of(option, value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tokens");
            assertThat(Main.plan(Map.of(option, value, "--enrolment", "tokens")).takesAnyToken())
                    .isFalse();
        }
        assertThatThrownBy(() -> Main.plan(Map.of("--enrolment", "closed"))).hasMessageContaining("open or tokens");
    }

    @Test
    void aPlatformWithoutAControlPortHasNone() {
        try (ReferencePlatform platform =
                ReferencePlatform.start(Plan.in(folder).on(0, Plan.NONE))) {
            assertThat(platform.uri().getPort()).isPositive();
            assertThatThrownBy(platform::controlUri).isInstanceOf(IllegalStateException.class);
        }
    }
}
