package kiosk.demo.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kiosk.catalogue.ServiceItem;
import kiosk.demo.rehearsal.CitizenRobot.Walked;
import kiosk.demo.rehearsal.Playbook.Errand;
import kiosk.demo.world.WorldClient;
import kiosk.desktop.KioskApplication;
import kiosk.desktop.KioskApplication.Running;
import kiosk.visit.Idle;

/**
 * The kiosk of a rehearsal, in a process of its own: the real shell on a screen in memory, with a robot citizen in front of it. Prints
 * a line {@code visit} with what came of each errand, and a line {@code technician} with the pages a technician saw.
 */
public final class RehearsingKiosk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DELIVERY = Duration.ofSeconds(40);

    private final Path out;
    private final Run run;
    private final WorldClient world;
    private final Running kiosk;
    private final Fingertip finger;

    private RehearsingKiosk(Path out, Run run, WorldClient world, Running kiosk) {
        this.out = out;
        this.run = run;
        this.world = world;
        this.kiosk = kiosk;
        this.finger = new Fingertip(kiosk::scene);
    }

    /** Arguments: the rehearsal's folder, the run, the world's control address, and the items if not all. */
    public static void main(String[] arguments) throws InterruptedException {
        Path out = Path.of(arguments[0]).toAbsolutePath();
        Running kiosk = KioskApplication.launched(out.resolve("world").resolve("kiosk-demo.yaml"));
        Run run = Run.valueOf(arguments[1]);
        boolean whole = new RehearsingKiosk(out, run, new WorldClient(URI.create(arguments[2])), kiosk)
                .rehearse(List.of(arguments).subList(3, arguments.length));
        kiosk.close();
        Runtime.getRuntime().exit(whole ? 0 : 1);
    }

    private boolean rehearse(List<String> items) throws InterruptedException {
        boolean whole = true;
        waitForDevices();
        for (Errand errand : run.errands()) {
            if (items.isEmpty() || items.contains(errand.item())) {
                whole &= walk(errand);
            }
        }
        if (items.isEmpty() || items.contains(Playbook.TECHNICIAN)) {
            whole &= maintain();
        }
        finger.eye().picturesAreKept();
        return whole;
    }

    /** All devices and departments are to be there before the first citizen comes. */
    private void waitForDevices() throws InterruptedException {
        Eye.until(() -> kiosk.shown().surroundings().usable().size() == 6
                && kiosk.shown().surroundings().reachable().size() == 4);
    }

    private boolean walk(Errand errand) throws InterruptedException {
        ObjectNode line = describe(errand);
        Set<String> papersBefore = papers();
        long began = System.nanoTime();
        boolean completed = false;
        try {
            String folder = "%s-%s-%s".formatted(errand.item(), errand.cut() ? "cut" : "up", run.size());
            Path pictures = out.resolve("screens").resolve(folder);
            CitizenRobot robot = new CitizenRobot(finger, kiosk::shown, world, pictures);
            Walked walked = robot.walks(errand);
            completed = walked.completed();
            tell(line, walked);
        } catch (IllegalStateException | UncheckedIOException stuck) {
            line.put("outcome", "stuck: " + stuck.getMessage());
            finger.eye().picture(out.resolve("screens").resolve("stuck-" + errand.item() + ".png"));
            abandon();
        }
        line.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        world.turn("mend-line");
        completed &= awaitDelivery(line);
        papers().stream().filter(it -> !papersBefore.contains(it)).forEach(line.withArray("documents")::add);
        System.out.println("visit " + line);
        return completed;
    }

    /** A technician comes after the last citizen. */
    private boolean maintain() throws InterruptedException {
        ObjectNode line = JSON.createObjectNode().put("size", run.size()).put("outcome", "completed");
        long began = System.nanoTime();
        try {
            Path pictures = out.resolve("screens").resolve("technician-" + run.size());
            new TechnicianRobot(finger, kiosk::shown, world, pictures)
                    .walks(out.resolve("kiosk"))
                    .forEach(it -> line.withArray("screens").add("screens/" + it));
            try (Stream<Path> reports = Files.list(out.resolve("kiosk").resolve("hand-over"))) {
                reports.forEach(it -> line.withArray("documents").add("kiosk/hand-over/" + it.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the hand-over reports cannot be listed", e);
        } catch (IllegalStateException | UncheckedIOException stuck) {
            line.put("outcome", "stuck: " + stuck.getMessage());
            finger.eye().picture(out.resolve("screens").resolve("stuck-technician-" + run.size() + ".png"));
        }
        line.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        System.out.println("technician " + line);
        return line.path("outcome").asText().equals("completed");
    }

    private ObjectNode describe(Errand errand) {
        ServiceItem item = kiosk.assembly().catalogue().item(errand.item()).orElseThrow();
        ObjectNode line = JSON.createObjectNode();
        line.put("item", errand.item());
        line.put("department", item.department().word());
        line.put("kind", item.kind().name().toLowerCase(Locale.ROOT));
        line.put("network", errand.cut() ? "cut" : "up");
        line.put("size", run.size());
        return line;
    }

    private static void tell(ObjectNode line, Walked walked) {
        line.put("outcome", walked.end());
        line.put("number", walked.number().orElse(""));
        line.put("taps", walked.taps());
        line.putObject("fields").put("total", walked.total()).put("prefilled", walked.prefilled());
        walked.screens().forEach(it -> line.withArray("screens").add("screens/" + it));
    }

    /** Waits until the platform has the submission; its id and the department's number are asked of the platform. */
    private boolean awaitDelivery(ObjectNode line) throws InterruptedException {
        String number = line.path("number").asText();
        if (number.isEmpty()) {
            return false;
        }
        boolean held = Eye.until(() -> Ledger.of(world).under(number).isPresent(), DELIVERY);
        Optional<Ledger.Entry> entry = Ledger.of(world).under(number);
        line.put("submission", entry.map(Ledger.Entry::id).orElse(""));
        line.put("caseNumber", entry.map(Ledger.Entry::caseNumber).orElse(""));
        return held;
    }

    /** Takes every card away and waits for the attract screen, so that one failure does not spoil the next visit. */
    private void abandon() throws InterruptedException {
        world.turn("take-id-card");
        world.turn("take-social-card");
        world.turn("take-sheets");
        if (finger.sees("quit")) {
            finger.press("quit");
        }
        Eye.until(() -> kiosk.shown().visit() instanceof Idle, Duration.ofSeconds(200));
    }

    /** What came out of the printers so far, relative to the rehearsal's folder. */
    private Set<String> papers() {
        Path wires = out.resolve("world");
        Set<String> papers = new TreeSet<>();
        for (String receipt : world.ask(
                        "receipts", "folder", wires.resolve("receipts").toString())
                .lines()
                .toList()) {
            papers.add("world/receipts/" + receipt);
        }
        try (Stream<Path> pages = Files.list(wires.resolve("pages"))) {
            pages.forEach(it -> papers.add("world/pages/" + it.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("the printed pages cannot be listed", e);
        }
        return papers;
    }
}
