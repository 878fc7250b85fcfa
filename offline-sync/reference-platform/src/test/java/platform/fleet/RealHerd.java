package platform.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Real terminals over real sockets against one or more nodes; the same counts as in the model. */
final class RealHerd {
    private final Scenario scenario;
    private final List<URI> nodes;
    private Tally tally = new Tally();
    private final Queue<UUID> delivered = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private long begun = System.nanoTime();

    RealHerd(Scenario scenario, List<URI> nodes) {
        this.scenario = scenario;
        this.nodes = nodes;
    }

    /** Enrols all, lets the line come back, waits until all are done, and looks into the ledger. */
    Run run(List<URI> controls) throws IOException, InterruptedException, ExecutionException {
        JsonNode keys = get(nodes.get(0), "/v1/status").path("keys");
        List<RealTerminal> terminals = new ArrayList<>();
        for (int i = 0; i < scenario.fleet().terminals(); i++) {
            RealTerminal terminal = new RealTerminal(this, i, keys);
            terminal.enrol();
            terminals.add(terminal);
        }
        tally = new Tally();
        double[] doneAt = times(terminals);
        return new Run(
                scenario,
                tally,
                doneAt,
                end(get(controls.get(0), "/control/ledger").path("ledger")));
    }

    private double[] times(List<RealTerminal> terminals) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(terminals.size());
        begun = System.nanoTime();
        try {
            List<Future<Double>> futures =
                    terminals.stream().map(threads::submit).toList();
            double[] doneAt = new double[futures.size()];
            for (int i = 0; i < doneAt.length; i++) {
                doneAt[i] = futures.get(i).get();
            }
            Arrays.sort(doneAt);
            return doneAt;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each submission has a number of its own: a number that is there twice is a double. */
    private Run.End end(JsonNode ledger) {
        Set<String> ids = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (JsonNode entry : ledger) {
            ids.add(entry.path("id").asText());
            numbers.add(entry.path("number").asText());
        }
        long lost =
                delivered.stream().filter(id -> !ids.contains(id.toString())).count();
        long left = (long) scenario.fleet().submissions() - delivered.size();
        return new Run.End(left, lost, ledger.size() - numbers.size());
    }

    /** How often the nodes saw a submission arrive, as they themselves count. */
    static long deliveries(List<URI> controls) throws IOException {
        long deliveries = 0;
        for (URI control : controls) {
            for (JsonNode entry : get(control, "/control/ledger").path("ledger")) {
                deliveries += entry.path("deliveries").asLong();
            }
        }
        return deliveries;
    }

    private static JsonNode get(URI node, String path) throws IOException {
        URLConnection connection = node.resolve(path).toURL().openConnection();
        connection.setRequestProperty("Kiosk-Terminal", "F0");
        connection.setReadTimeout(30_000);
        try (InputStream in = connection.getInputStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    Scenario scenario() {
        return scenario;
    }

    List<URI> nodes() {
        return nodes;
    }

    Tally tally() {
        return tally;
    }

    Queue<UUID> delivered() {
        return delivered;
    }

    /** What went wrong on the way, by kind. */
    Queue<String> broken() {
        return broken;
    }

    /** Seconds since the line came back. */
    double now() {
        return (System.nanoTime() - begun) / 1e9;
    }

    void waitUntil(double second) throws InterruptedException {
        double wait = second - now();
        if (wait > 0) {
            never.await((long) (wait * 1e9), TimeUnit.NANOSECONDS);
        }
    }
}
