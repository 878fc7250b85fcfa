package kiosk.sync.courier;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.platform.PrintReport;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Ledgers;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Answers;
import kiosk.sync.wire.Dispatch;
import kiosk.sync.wire.Hello;
import kiosk.sync.wire.Reconciliation;

/** A line that is away, loses requests, loses answers, brings a request late, and lets others answer for the platform. */
class ModelLine implements FarEnd {
    private static final Duration GIVEN_UP = Duration.ofSeconds(15);

    final ModelPlatform platform;
    /** What is made of a success. */
    BiFunction<String, Parcel, Dispatch> reading;

    boolean up = true;
    /** How often, in a hundred, each kind of thing goes wrong. */
    int mishaps = 4;

    int requests;
    final Wishes wishes;
    /** How long the last call took. */
    Duration took = Duration.ZERO;

    /** Reads what travels before the rest. */
    Function<Parcel, List<byte[]>> parts = parcel -> List.of();

    private final String terminal;
    private final VirtualTime time;
    private final Random random;
    private final Answers answers;
    private final Ledgers stranger = new Ledgers(new Opener());
    private final Ledgers other;

    ModelLine(ModelPlatform platform, Answers answers, VirtualTime time, Random random, String terminal) {
        this.terminal = terminal;
        this.platform = platform;
        this.answers = answers;
        this.time = time;
        this.wishes = new Wishes(time);
        this.random = random;
        this.reading = answers::success;
        this.other = new Ledgers(platform.keys, terminal);
    }

    private boolean fails(Wishes.Kind with) {
        wishes.comes(with);
        return fails();
    }

    private boolean fails() {
        requests++;
        boolean lost = !up || random.nextInt(100) < mishaps;
        took = lost
                ? (random.nextBoolean() ? GIVEN_UP : Duration.ofMillis(50))
                : Duration.ofMillis(random.nextInt(300));
        return lost;
    }

    @Override
    public Dispatch send(Parcel parcel) {
        Optional<List<byte[]>> read = read(parcel);
        if (read.isEmpty()) {
            return new Dispatch.Damaged();
        }
        List<byte[]> travelled = read.get();
        if (fails(Wishes.Kind.SUBMISSION)) {
            if (up && random.nextBoolean()) {
                time.after(Duration.ofSeconds(random.nextInt(600)), () -> platform.submit(terminal, parcel, travelled));
            }
            return new Dispatch.NoAnswer();
        }
        int mishap = random.nextInt(100);
        if (mishap < mishaps) {
            return reading.apply(strange(parcel), parcel);
        }
        ModelPlatform.Said said = platform.submit(terminal, parcel, travelled);
        if (mishap < 2 * mishaps) {
            took = GIVEN_UP;
            return new Dispatch.NoAnswer();
        }
        platform.wish().ifPresent(it -> wishes.later(Wishes.Kind.SUBMISSION, took, it));
        return said.receipt().isEmpty()
                ? Answers.error(said.status(), said.code(), said.retryAfter(), parcel)
                : reading.apply(said.receipt(), parcel);
    }

    private Optional<List<byte[]>> read(Parcel parcel) {
        try {
            return Optional.of(parts.apply(parcel));
        } catch (UncheckedIOException lost) {
            return Optional.empty();
        }
    }

    /** A portal's page, the receipt of something else, one that a stranger signed. */
    private String strange(Parcel parcel) {
        return switch (random.nextInt(3)) {
            case 0 -> "<html>Please log in</html>";
            case 1 -> other.receipt("0193ffff-0000-7000-8000-000000000000", "K001-261122-9999-0", "sm3=:x:");
            default ->
                stranger.receipt(parcel.id(), parcel.number(), parcel.load().digest());
        };
    }

    @Override
    public Hello.Outcome hello(Hello.Backlog backlog) {
        if (fails(Wishes.Kind.HELLO)) {
            return new Hello.NoAnswer();
        }
        if (platform.wish().isPresent()) {
            wishes.later(Wishes.Kind.HELLO, took, platform.wish().get());
            return new Hello.Later(platform.wish().get());
        }
        return platform.mood == ModelPlatform.Mood.WELL
                ? new Hello.Slot(
                        Duration.ofSeconds(random.nextInt(30)),
                        0.5 + random.nextInt(50),
                        1 + random.nextInt(4),
                        1 << 20,
                        Duration.ofSeconds(5 + random.nextInt(295)))
                : new Hello.NoAnswer();
    }

    @Override
    public Reconciliation.Outcome reconcile(List<Unproven> those) {
        if (fails(Wishes.Kind.RECKONING)) {
            return new Reconciliation.NotNow(Optional.empty());
        }
        platform.wish().ifPresent(it -> wishes.later(Wishes.Kind.RECKONING, took, it));
        if (platform.mood != ModelPlatform.Mood.WELL) {
            return new Reconciliation.NotNow(platform.wish());
        }
        List<Proof> proofs = new ArrayList<>();
        List<SubmissionId> conflicts = new ArrayList<>();
        for (Unproven asked : those) {
            String id = asked.id().toString();
            if (platform.conflicts(id, asked.digest())) {
                conflicts.add(asked.id());
            } else if (platform.has(id)) {
                answers.proof(platform.ledger(terminal).given(id), asked).ifPresent(proofs::add);
            }
        }
        return new Reconciliation.Told(
                proofs, conflicts, platform.ledger(terminal).last());
    }

    @Override
    public Answer<Order.State> cancelOrder(SubmissionId id) {
        return fails() ? new Answer.Unreachable<>() : new Answer.Answered<>(Order.State.PAID);
    }

    @Override
    public Answer<SubmissionId> printed(PrintReport report) {
        return new Answer.Unreachable<>();
    }
}
