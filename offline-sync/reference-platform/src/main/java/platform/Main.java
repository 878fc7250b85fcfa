package platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import platform.wire.Json;

/**
 * Runs the platform as a process: {@code --store DIR --port N --control-port N}; a port 0 is any free one, and without {@code --control-port}
 * there is no control port. {@code --enrolment tokens}
 * lets only those in who were given a token, {@code --database URL --keys DIR} makes it one of many nodes on one PostgreSQL,
 * {@code --tls-port N} listens behind mutual TLS besides, {@code --capacity N} says how many submissions a second it paces terminals by, and
 * {@code --import FILE} takes a file in that was carried on a stick, says what came of it, and ends.
 */
public final class Main {
    private static final List<String> KNOWN = List.of(
            "--store",
            "--port",
            "--control-port",
            "--enrolment",
            "--capacity",
            "--import",
            "--database",
            "--keys",
            "--tls-port");

    private Main() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> options = options(args);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ReferencePlatform platform = ReferencePlatform.start(plan(options));
        if (options.containsKey("--import")) {
            try (platform) {
                out.println(written(platform.take(Path.of(options.get("--import")))));
            }
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-closing"));
        announce(platform, options, out);
    }

    static Plan plan(Map<String, String> options) {
        Plan plan = Plan.in(Path.of(options.getOrDefault("--store", "platform-store")))
                .on(number(options, "--port"), number(options, "--control-port", Plan.NONE));
        if (options.containsKey("--database")) {
            Path keys = Path.of(options.getOrDefault("--keys", plan.folder().toString()));
            plan = plan.sharing(options.get("--database"), keys);
        }
        if (options.containsKey("--tls-port")) {
            plan = plan.withTlsOn(number(options, "--tls-port"));
        }
        if (options.containsKey("--capacity")) {
            plan = plan.with(plan.capacity().scaledTo(number(options, "--capacity")));
        }
        return enrolling(plan, options);
    }

    /** Any token is good for a demonstration on one machine; where terminals come from outside it would let anybody in. */
    private static Plan enrolling(Plan plan, Map<String, String> options) {
        String enrolment = options.getOrDefault("--enrolment", "open");
        if (enrolment.equals("tokens")) {
            return plan.withTokens();
        }
        boolean isForOthers = options.containsKey("--database") || options.containsKey("--tls-port");
        if (isForOthers || !enrolment.equals("open")) {
            throw new IllegalArgumentException(
                    "--enrolment is open or tokens; with --database or --tls-port it must be tokens.");
        }
        return plan;
    }

    private static int number(Map<String, String> options, String option) {
        return number(options, option, 0);
    }

    private static int number(Map<String, String> options, String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault(option, String.valueOf(otherwise)));
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0 || !KNOWN.containsAll(options.keySet())) {
            throw new IllegalArgumentException("Known options: " + String.join(" ", KNOWN));
        }
        return options;
    }

    private static void announce(ReferencePlatform platform, Map<String, String> options, PrintStream out) {
        Map<String, Object> ports = new TreeMap<>(
                Map.of("uri", platform.uri().toString(), "port", platform.uri().getPort()));
        if (number(options, "--control-port", Plan.NONE) != Plan.NONE) {
            ports.put("controlUri", platform.controlUri().toString());
            ports.put("controlPort", platform.controlUri().getPort());
        }
        if (number(options, "--tls-port", Plan.NONE) != Plan.NONE) {
            ports.put("tlsUri", platform.tlsUri().toString());
        }
        out.println("ready " + written(ports));
    }

    private static String written(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }
}
