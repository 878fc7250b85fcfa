package kiosk.contracts.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ours and a bare way of doing the same, measured in turns because the machine is not alone. The figures are written, never judged:
 *
 * <pre>
 * {"name": "apdu", "unit": "ms", "n": 1000, "ours": {"p50": 0.1, "p99": 0.2}, "bare": {"p50": 0.1, "p99": 0.2},
 *  "ratioP50": 1.0, "ratioP99": 1.0}
 * </pre>
 *
 * and after that whatever else is to be known of what was measured, {@code "durable": true}.
 *
 * @param name of the figures, and of their file {@code target/bench/<name>.json}
 * @param warmUp rounds that do not count
 * @param rounds that count
 * @param also numbers and truths that are written with the figures
 */
public record SideBySide(String name, int warmUp, int rounds, Map<String, Object> also) {
    private static final double NANOS_A_MILLISECOND = 1e6;

    /** Keeps the map from changing; its order is the file's. */
    public SideBySide {
        also = Collections.unmodifiableMap(new LinkedHashMap<>(also));
    }

    /** Nothing else is to be known of it. */
    public SideBySide(String name, int warmUp, int rounds) {
        this(name, warmUp, rounds, Map.of());
    }

    /** One way of doing it; says how many nanoseconds counted, so that setting the scene does not. */
    public interface Way {
        long nanos() throws Exception;
    }

    /** Something whose every nanosecond counts. */
    public interface Deed {
        void run() throws Exception;
    }

    /** How long each took, in nanoseconds, shortest first. */
    private record Durations(long[] sorted) {
        double percentile(int percent) {
            return sorted[(sorted.length * percent + 99) / 100 - 1] / NANOS_A_MILLISECOND;
        }

        String json() {
            return String.format(Locale.ROOT, "{\"p50\": %.4f, \"p99\": %.4f}", percentile(50), percentile(99));
        }
    }

    /** The way that is timed from its beginning to its end. */
    public static Way timed(Deed deed) {
        return () -> {
            long begun = System.nanoTime();
            deed.run();
            return System.nanoTime() - begun;
        };
    }

    /** Does both in turns, the one that begins changing from round to round, and writes the figures. */
    public void measure(Way ours, Way bare) throws Exception {
        long[] oursTook = new long[rounds];
        long[] bareTook = new long[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            boolean oursFirst = round % 2 == 0;
            long first = (oursFirst ? ours : bare).nanos();
            long second = (oursFirst ? bare : ours).nanos();
            if (round >= 0) {
                oursTook[round] = oursFirst ? first : second;
                bareTook[round] = oursFirst ? second : first;
            }
        }
        write(sorted(oursTook), sorted(bareTook));
    }

    private static Durations sorted(long[] durations) {
        Arrays.sort(durations);
        return new Durations(durations);
    }

    private void write(Durations ours, Durations bare) {
        String json = String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"unit\": \"ms\", \"n\": %d, \"ours\": %s, \"bare\": %s,"
                        + " \"ratioP50\": %.3f, \"ratioP99\": %.3f%s}%n",
                name,
                rounds,
                ours.json(),
                bare.json(),
                ours.percentile(50) / bare.percentile(50),
                ours.percentile(99) / bare.percentile(99),
                alsoAsJson());
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target", "bench")).resolve(name + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException("the figures cannot be written", e);
        }
    }

    private String alsoAsJson() {
        return also.entrySet().stream()
                .map(it -> ", \"" + it.getKey() + "\": " + it.getValue())
                .collect(Collectors.joining());
    }
}
