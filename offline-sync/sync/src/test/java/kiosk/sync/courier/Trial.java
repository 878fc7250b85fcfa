package kiosk.sync.courier;

import java.io.IOException;
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
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.Handed;
import kiosk.sync.wire.Answers;

/**
 * Forty minutes of one terminal, drawn from a seed: citizens, a line that goes and comes, a platform with moods, crashes, a clock that is
 * turned by a year; then all is well again, and nothing more is handed in. What must hold then, and all the time, is numbered as in the
 * project's list of invariants.
 */
final class Trial {
    private static final Duration STORM = Duration.ofMinutes(40);
    private static final Duration HEALING = Duration.ofHours(1);
    private static final int EVENTS = 45;
    private static final int MOST_HANDED_IN = 9;

    final List<String> broken = new ArrayList<>();
    final Map<String, Integer> counts = new LinkedHashMap<>();

    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final ModelPlatform platform = new ModelPlatform(time);
    private final ModelLine line;
    private final ModelTerminal terminal;
    private final List<Submission> handed = new ArrayList<>();
    private final Map<String, SubmissionNumber> accepted = new LinkedHashMap<>();
    private final Set<String> setAside = new HashSet<>();
    /** A receipt is forgotten after its time, which a clock put on by a year ends. */
    private final Set<String> delivered = new HashSet<>();

    private int crashes;
    private int retries;

    Trial(long seed, Path folder, Mutant mutant) throws IOException {
        this.random = new Random(seed);
        this.line = new ModelLine(platform, new Answers(platform.keys.shelf(folder), "K001"), time, random);
        this.line.mishaps = random.nextInt(12);
        FarEnd farEnd = mutant.between(this);
        Duration spread = random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(1);
        this.terminal = new ModelTerminal(
                folder.resolve("terminal"),
                platform.keys.shelf(folder),
                line,
                farEnd,
                new ModelTerminal.Life(time, random, spread));
    }

    ModelLine line() {
        return line;
    }

    ModelPlatform platform() {
        return platform;
    }

    Outbox outbox() {
        return terminal.outbox;
    }

    /** Runs it through; what is broken then is in {@link #broken}. */
    void run() throws InterruptedException {
        try (terminal) {
            terminal.ring();
            for (int i = 0; i < EVENTS; i++) {
                time.after(Duration.ofMillis(random.nextInt((int) STORM.toMillis())), this::somethingHappens);
            }
            time.run(STORM);
            heal();
            int requestsBefore = line.requests;
            time.run(HEALING);
            check(requestsBefore);
        }
    }

    private void somethingHappens() {
        int what = random.nextInt(100);
        if (what < 40) {
            handIn();
        } else if (what < 55) {
            line.up = !line.up;
            if (line.up && random.nextBoolean()) {
                terminal.rounds.lineIsBack();
            }
        } else if (what < 70) {
            ModelPlatform.Mood[] moods = ModelPlatform.Mood.values();
            platform.mood = moods[random.nextInt(moods.length)];
        } else if (what < 78) {
            platform.departmentsDown.add(random.nextBoolean() ? "medical-insurance" : "public-security");
        } else if (what < 84) {
            crashes++;
            lookWhetherReceiptsAreTrue();
            terminal.crash();
        } else if (what < 90) {
            time.turn(Duration.ofDays(random.nextBoolean() ? 400 : -400));
        } else if (what < 95) {
            terminal.rounds.served(random.nextBoolean());
        } else if (!handed.isEmpty()) {
            retries++;
            terminal.outbox.retry(one().id());
        }
        terminal.ring();
        lookWhetherReceiptsAreTrue();
    }

    private Submission one() {
        return handed.get(random.nextInt(handed.size()));
    }

    private void handIn() {
        int kind = handed.isEmpty() ? 0 : random.nextInt(10);
        if (handed.size() >= MOST_HANDED_IN) {
            return;
        }
        if (kind == 9) {
            rate();
            return;
        }
        Submission next = kind == 8 ? correcting(one()) : random.nextBoolean() ? Handed.care() : Handed.residence();
        int fate = random.nextInt(12);
        if (fate == 0) {
            platform.unwanted.add(next.id().toString());
            setAside.add(next.id().toString());
        } else if (fate == 1) {
            platform.conflict(next.id().toString());
            setAside.add(next.id().toString());
        }
        accept(next, terminal.outbox.accept(next));
    }

    private Submission correcting(Submission first) {
        boolean taken = !setAside.contains(first.id().toString());
        Correction correction =
                new Correction(accepted.get(first.id().toString()), taken ? Optional.of(first.id()) : Optional.empty());
        return Handed.correcting(Handed.care(), correction);
    }

    private void accept(Submission next, Outbox.Acceptance answer) {
        handed.add(next);
        if (answer instanceof Accepted yes) {
            accepted.put(next.id().toString(), yes.number());
            expectNobody(next.id());
        } else {
            broken.add("I8 not accepted");
        }
    }

    /** Half of the citizens do not wait for the answer. */
    private void expectNobody(SubmissionId id) {
        if (random.nextBoolean()) {
            delivery(id);
        }
    }

    private void rate() {
        Submission rated = one();
        var rating = Handed.rating(rated, 5);
        if (!setAside.contains(rated.id().toString()) && terminal.outbox.rate(rating) instanceof Accepted yes) {
            accepted.put(rating.id().toString(), yes.number());
        }
    }

    private Outbox.Delivery delivery(SubmissionId id) {
        try {
            return terminal.outbox.delivery(id, Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The line is whole, the platform well and every department open; in half of the trials nobody tells the courier. */
    private void heal() {
        line.up = true;
        line.mishaps = 0;
        platform.mood = ModelPlatform.Mood.WELL;
        platform.departmentsDown.clear();
        if (random.nextBoolean()) {
            terminal.rounds.lineIsBack();
            terminal.ring();
        }
    }

    private void lookWhetherReceiptsAreTrue() {
        accepted.keySet().stream()
                .filter(id -> delivery(SubmissionId.parse(id)) instanceof Delivered)
                .peek(delivered::add)
                .filter(id -> !platform.has(id))
                .forEach(id -> broken.add("I3 let go of without a receipt: " + id));
    }

    private void check(int requestsBefore) {
        lookWhetherReceiptsAreTrue();
        for (String id : accepted.keySet()) {
            Outbox.Delivery end = delivery(SubmissionId.parse(id));
            boolean refused = setAside.contains(id);
            boolean forgotten = end instanceof Outbox.GivenUp && delivered.contains(id);
            if (refused ? !(end instanceof Outbox.Refused) : !(end instanceof Delivered || forgotten)) {
                broken.add((end instanceof Outbox.Underway ? "I6 " : refused ? "I9 " : "I1 ")
                        + end.getClass().getSimpleName()
                        + (refused ? " instead of refused" : " instead of delivered"));
            }
            if (!refused && !platform.has(id)) {
                broken.add("I1 the platform never got it");
            }
        }
        long ids =
                platform.taken.stream().map(ModelPlatform.Taken::id).distinct().count();
        long matters = platform.taken.stream()
                .map(ModelPlatform.Taken::digest)
                .distinct()
                .count();
        if (ids != platform.taken.size() || matters != platform.taken.size()) {
            broken.add("I2 taken in twice");
        }
        int most = 80 + 4 * accepted.size() * (1 + crashes) + 3 * retries;
        if (terminal.stepsInVain > 0 || requestsBefore > most || line.requests - requestsBefore > most) {
            broken.add("I10 " + requestsBefore + " requests, then " + (line.requests - requestsBefore) + ", at most "
                    + most + ", steps in vain " + terminal.stepsInVain);
        }
        counts.put("accepted", accepted.size());
        counts.put("requests", line.requests);
        counts.put("crashes", crashes);
        counts.put("setAside", setAside.size());
    }
}
