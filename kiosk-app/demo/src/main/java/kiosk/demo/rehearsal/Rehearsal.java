package kiosk.demo.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kiosk.demo.world.World;
import kiosk.demo.world.WorldClient;

/** Walks every shipped service with a robot citizen, on real screens and over real wires, and writes what came of it. */
public final class Rehearsal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(6);

    private final Path out;
    private final List<String> items;
    private final PrintStream progress;
    private final List<ObjectNode> visits = new ArrayList<>();
    private final List<ObjectNode> maintenance = new ArrayList<>();

    /** A rehearsal of these items, or of all if none is named, that writes into that folder, which is emptied first. */
    public Rehearsal(Path out, List<String> items, PrintStream progress) {
        this.out = out.toAbsolutePath();
        this.items = List.copyOf(items);
        this.progress = progress;
    }

    /** Walks all of it; whether all went as it should. */
    public boolean run() throws InterruptedException {
        empty();
        progress.println("rehearsal: the world is being set up");
        try (ChildProgram world = world()) {
            WorldClient client = new WorldClient(URI.create(world.awaitLine("ready ", START)));
            boolean whole = true;
            for (Run run : Run.values()) {
                whole &= !run.hasErrandFor(items) || kiosk(run, client);
            }
            return report(client, whole);
        }
    }

    private ChildProgram world() {
        List<String> arguments =
                List.of(out.resolve("world").toString(), out.resolve("kiosk").toString());
        List<String> jvm =
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");
        return ChildProgram.start(
                new ChildProgram.Start(World.class, jvm, arguments, out.resolve("world.log")), line -> {});
    }

    private boolean kiosk(Run run, WorldClient world) throws InterruptedException {
        progress.println("rehearsal: a kiosk with a screen of " + run.size());
        Path folder = out.resolve("kiosk");
        List<String> arguments = new ArrayList<>(
                List.of(out.toString(), run.name(), world.control().toString()));
        arguments.addAll(items);
        Path log = folder.resolve("kiosk-" + run.size() + ".log");
        ChildProgram.Start start = new ChildProgram.Start(RehearsingKiosk.class, run.jvm(folder), arguments, log);
        try (ChildProgram kiosk = ChildProgram.start(start, this::listen)) {
            return kiosk.awaitEnd(LONGEST_RUN) == 0;
        }
    }

    private void listen(String line) {
        if (line.startsWith("technician ")) {
            try {
                maintenance.add((ObjectNode) JSON.readTree(line.substring("technician ".length())));
                progress.println("  " + line.replaceAll("\\[.*]", "[…]"));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the kiosk told something else than a technician's round", e);
            }
        }
        if (line.startsWith("visit ")) {
            try {
                ObjectNode visit = (ObjectNode) JSON.readTree(line.substring("visit ".length()));
                visits.add(visit);
                progress.printf(
                        "  %-55s %-4s %-10s %3d taps %5.1f s  %s%n",
                        visit.path("item").asText(),
                        visit.path("network").asText(),
                        visit.path("size").asText(),
                        visit.path("taps").asInt(),
                        visit.path("seconds").asDouble(),
                        visit.path("outcome").asText());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the kiosk told something else than a visit", e);
            }
        }
    }

    private boolean report(WorldClient world, boolean walked) {
        Report report = new Report(out, visits).with(maintenance);
        boolean whole = report.write(Ledger.of(world)) && walked;
        progress.println("rehearsal: " + report.summary());
        progress.println("rehearsal: " + (whole ? "all went as it should" : "SOMETHING FAILED") + "; see "
                + out.resolve("index.html"));
        return whole;
    }

    private void empty() {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the last rehearsal could not be cleared away", e);
        }
    }
}
