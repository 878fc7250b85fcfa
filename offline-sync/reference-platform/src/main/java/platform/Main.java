package platform;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import platform.wire.Json;

/** Runs the platform as a process: {@code --store DIR --port N --control-port N}; a port 0 is any free one. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Map<String, String> options = options(args);
        ReferencePlatform platform = ReferencePlatform.start(
                Integer.parseInt(options.getOrDefault("--port", "0")),
                Integer.parseInt(options.getOrDefault("--control-port", "0")),
                Path.of(options.getOrDefault("--store", "platform-store")));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-closing"));
        announce(platform, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0 || !options.keySet().stream().allMatch(Main::isKnown)) {
            throw new IllegalArgumentException("Known options: --store DIR --port N --control-port N.");
        }
        return options;
    }

    private static boolean isKnown(String option) {
        return option.equals("--store") || option.equals("--port") || option.equals("--control-port");
    }

    private static void announce(ReferencePlatform platform, PrintStream out) {
        Map<String, Object> ports = Map.of(
                "uri", platform.uri().toString(),
                "port", platform.uri().getPort(),
                "controlUri", platform.controlUri().toString(),
                "controlPort", platform.controlUri().getPort());
        out.println("ready " + new String(Json.bytes(ports), StandardCharsets.UTF_8));
    }
}
