package kiosk.demo.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import platform.ReferencePlatform;

/**
 * The world around a demo kiosk: devices, line and platform. As a process it prints {@code ready} and its control address once all
 * stands, writes the kiosk's settings beside, and stays until it is killed or its input ends.
 */
public final class World implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

    private final ReferencePlatform platform;
    private final Line line;
    private final Counter counter;
    private final WorldControl control;
    private final HttpClient http = HttpClient.newHttpClient();

    /** A world whose files lie in that folder. */
    public World(Path folder) {
        platform = ReferencePlatform.start(folder.resolve("platform"));
        line = new Line(platform.uri());
        counter = new Counter(folder);
        Verbs verbs = new Verbs()
                .deed("cut-line", how -> line.cut())
                .deed("mend-line", how -> line.mend())
                .question("ledger", how -> ask("GET", "/control/ledger", ""))
                .question("pay", how -> ask("POST", "/control/orders/" + how.get("id") + "/pay", "{}"))
                .question("money", how -> ask("GET", "/control/orders/" + how.get("id") + "/money", ""))
                .question("opened", how -> ask("GET", "/control/submissions/" + how.get("id"), ""))
                .question(
                        "send-back",
                        how -> ask(
                                "POST",
                                "/control/submissions/" + how.get("id") + "/decide",
                                "{\"state\":\"returned\"}"))
                .question("misbehave", how -> ask("POST", "/control/misbehaviour", how.getOrDefault("json", "{}")));
        verbs.deed(
                "show-login-code",
                how -> counter.show(word(ask("POST", "/control/codes", "{\"number\":\"" + digits(how) + "\"}"))));
        counter.teach(verbs);
        control = new WorldControl(verbs);
    }

    /** Where it is turned. */
    public URI control() {
        return control.uri();
    }

    /** What the kiosk's settings need to know of this world, name to value. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = counter.addresses();
        addresses.put("platform", line.uri().toString());
        return addresses;
    }

    /** Writes the settings of a kiosk in this world, whose data are to lie there. */
    public Path settings(Path file, Path dataFolder) {
        DemoSettings.write(file, dataFolder, addresses());
        return file;
    }

    /** The code in the platform's answer. */
    private static String word(String json) {
        Matcher found = CODE.matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("the platform made no code");
        }
        return found.group(1);
    }

    private static String digits(Map<String, String> how) {
        String number = how.getOrDefault("number", "");
        if (!number.matches("[0-9X]{15,18}")) {
            throw new IllegalArgumentException("number is missing");
        }
        return number;
    }

    private String ask(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(platform.controlUri().resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("the platform's control refused " + path + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform's control does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the platform was asked", e);
        }
    }

    @Override
    public void close() {
        control.close();
        counter.close();
        line.close();
        platform.close();
    }

    /** Runs a world: the first argument is its folder, the second where the kiosk's data are to lie. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        World world = new World(folder);
        world.settings(folder.resolve("kiosk-demo.yaml"), Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(world::close, "world-ends"));
        System.out.println("ready " + world.control());
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().exit(0);
    }
}
