package kiosk.sync.courier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kiosk.submission.Correction;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.Handed;
import kiosk.sync.wire.Answers;

/** One terminal of a trial with its line, and the people who come to it. */
final class Booth implements AutoCloseable {
    private static final int MOST_AT_A_TIME = 9;
    private static final int LARGE = 110_000;

    final Path folder;
    final String name;
    final ModelPlatform platform;
    final ModelLine line;
    final ModelTerminal terminal;
    /** What was accepted, with its number. */
    final Map<String, SubmissionNumber> accepted = new LinkedHashMap<>();
    /** What the platform does not take. */
    final Set<String> unwanted = new HashSet<>();
    /** What the platform has something else of. */
    final Set<String> conflicts = new HashSet<>();

    int crashes;
    int linesBack;
    int retries;
    int turnedAway;
    boolean saidYesWithoutRoom;

    private final VirtualTime time;
    private final Random random;
    private final List<Submission> handed = new ArrayList<>();
    private int mayComeYet;

    /** What is the same for all of a trial. */
    record World(VirtualTime time, ModelPlatform platform, Random random, Mutant mutant) {}

    Booth(Path folder, String name, World world) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        this.platform = world.platform();
        this.time = world.time();
        this.random = world.random();
        this.line = new ModelLine(
                platform, new Answers(platform.keys.shelf(folder), name), world.time(), world.random(), name);
        this.terminal = new ModelTerminal(
                folder.resolve("terminal"),
                platform.keys.shelf(folder),
                line,
                world.mutant().between(this),
                new ModelTerminal.Life(name, world.time(), random, random.nextBoolean() ? 0 : 60));
    }

    /** From now on things go wrong. */
    void roughen() {
        line.mishaps = random.nextInt(12);
        mayComeYet = MOST_AT_A_TIME;
    }

    void somethingHappens() {
        int what = random.nextInt(100);
        if (what < 40) {
            handIn();
        } else if (what < 55) {
            line.up = !line.up;
            if (line.up && random.nextBoolean()) {
                linesBack++;
                terminal.lineIsBack();
            }
        } else if (what < 70) {
            ModelPlatform.Mood[] moods = ModelPlatform.Mood.values();
            platform.mood = moods[random.nextInt(moods.length)];
        } else if (what < 77) {
            platform.departmentsDown.add(random.nextBoolean() ? "medical-insurance" : "public-security");
        } else if (what < 83) {
            crashes++;
            terminal.crash(terminal.full);
        } else if (what < 87) {
            crashes++;
            terminal.crash(!terminal.full);
        } else if (what < 92) {
            terminal.turnClock(Duration.ofDays(random.nextBoolean() ? 400 : -400));
        } else if (what < 96) {
            terminal.rounds.served(random.nextBoolean());
        } else if (!handed.isEmpty()) {
            retries++;
            terminal.outbox.retry(one().id());
        }
        terminal.ring();
    }

    private Submission one() {
        return handed.get(random.nextInt(handed.size()));
    }

    private void handIn() {
        int kind = handed.isEmpty() ? 0 : random.nextInt(11);
        if (mayComeYet-- <= 0) {
            return;
        }
        if (kind == 10) {
            rate();
            return;
        }
        Submission next = kind == 9
                ? correcting(one())
                : kind == 8 ? large() : kind % 2 == 0 ? Handed.care() : Handed.residence();
        if (accept(next, terminal.outbox.accept(next))) {
            fate(next.id().toString());
        }
    }

    private Submission large() {
        byte[] page = new byte[LARGE];
        random.nextBytes(page);
        return Handed.withPages(page);
    }

    /** One in six the platform does not take. */
    private void fate(String id) {
        int fate = random.nextInt(12);
        if (fate == 0) {
            platform.unwanted.add(id);
            unwanted.add(id);
        } else if (fate == 1) {
            platform.conflict(id);
            conflicts.add(id);
        }
    }

    boolean setAside(String id) {
        return unwanted.contains(id) || conflicts.contains(id);
    }

    private Submission correcting(Submission first) {
        boolean taken = !setAside(first.id().toString());
        Correction correction =
                new Correction(accepted.get(first.id().toString()), taken ? Optional.of(first.id()) : Optional.empty());
        return Handed.correcting(Handed.care(), correction);
    }

    /** Half of the citizens do not wait for the answer, the others ten seconds. */
    private boolean accept(Submission next, Outbox.Acceptance answer) {
        if (answer instanceof Accepted yes) {
            handed.add(next);
            accepted.put(next.id().toString(), yes.number());
            Duration patience = random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(10);
            time.after(patience, () -> delivery(next.id().toString()));
        } else {
            turnedAway++;
            saidYesWithoutRoom |= !terminal.full;
        }
        return answer instanceof Accepted;
    }

    private void rate() {
        Submission rated = one();
        var rating = Handed.rating(rated, 5);
        if (!setAside(rated.id().toString()) && terminal.outbox.rate(rating) instanceof Accepted yes) {
            accepted.put(rating.id().toString(), yes.number());
        }
    }

    Outbox.Delivery delivery(String id) {
        try {
            return terminal.outbox.delivery(SubmissionId.parse(id), Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The line is whole again; a disk that is full may stay so, and in half of the cases nobody tells the courier. */
    void heal() {
        line.up = true;
        line.mishaps = 0;
        if (terminal.full && random.nextBoolean()) {
            terminal.crash(false);
        }
        if (random.nextBoolean()) {
            terminal.lineIsBack();
            terminal.ring();
        }
    }

    @Override
    public void close() {
        terminal.close();
    }
}
