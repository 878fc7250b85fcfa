package kiosk.sync.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.Handed;
import kiosk.sync.Province;
import kiosk.sync.Sync;
import kiosk.sync.SyncSettings;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.FileKeys;
import kiosk.sync.keys.SigningKey;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.Sealed;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Sealing;
import kiosk.sync.seal.Sha256;
import org.opentest4j.AssertionFailedError;
import platform.Plan;
import platform.queue.Capacity;

/** A terminal, the reference platform, and the line between them, which is cut and restored. */
final class Line implements AutoCloseable, Carrier {
    /** So many the platform lets a terminal have on their way at a time. */
    static final int IN_FLIGHT = 4;

    private static final String TERMINAL = "K001";
    /** Whose receipts are no links of the first one's chain. */
    private static final String OTHERS = "K002";

    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());
    private static final Duration PROBED = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** Who looks often at a store holds it up: that many times longer for each that waits is sooner than they can be gone. */
    private static final Duration SOONEST = Duration.ofNanos(400_000);

    private static final Duration SHORTEST = Duration.ofMillis(2);
    /** So that it is the machine that limits everybody, and not the platform's slots, which the others do not ask for. */
    private static final Capacity MORE_THAN_IT_CAN_DO = new Capacity(4000, 400L << 20, 10);

    private final Province province;
    private final Sync sync;
    private final Sealer sealer;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Submission> handedIn = new ArrayList<>();
    private int numbers;

    Line(Path folder) throws InterruptedException {
        province = new Province(Plan.in(folder.resolve("province")).with(MORE_THAN_IT_CAN_DO));
        sync = opened(TERMINAL, folder);
        opened(OTHERS, folder).close();
        Path own = folder.resolve(OTHERS);
        Path keys = own.resolve("keys");
        sealer = new Sealer(
                new KeyShelf(own.resolve("platform.keys"), Optional.empty()),
                () -> SigningKey.in(keys.resolve("signing.key"), new FileKeys(keys)));
    }

    /** One that the platform lets in. */
    private Sync opened(String terminal, Path folder) throws InterruptedException {
        Sync opened = Sync.open(new SyncSettings(
                terminal,
                province.address(),
                folder.resolve(terminal),
                CLOCK,
                PROBED,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                new Limits(0, 1L << 30, 0),
                SyncSettings.Identity.DEMO));
        until(() -> !opened.platform().reachable().isEmpty());
        return opened;
    }

    /** So many are handed in while the line is cut. */
    void fill(int count) throws InterruptedException {
        province.misbehaviour().hangUp();
        until(() -> sync.platform().reachable().isEmpty());
        for (int i = 0; i < count; i++) {
            Submission submission = Handed.care();
            handedIn.add(submission);
            if (!(sync.outbox().accept(submission) instanceof Outbox.Accepted)) {
                throw new AssertionFailedError("not accepted");
            }
        }
    }

    /**
     * How long the queue takes.
     *
     * @param first from the moment the line is restored, which has to be noticed, until one is delivered
     * @param all from the moment it was noticed, by the probe or by one that got through, until the last is delivered, in nanoseconds both
     */
    record Drained(long first, long all) {}

    Drained drain() throws InterruptedException {
        int before = delivered();
        long begun = System.nanoTime();
        province.misbehaviour().behave();
        until(() -> !sync.platform().reachable().isEmpty() || delivered() > before);
        long noticed = System.nanoTime();
        until(() -> delivered() > before);
        long first = System.nanoTime();
        for (int left = waiting(); left > 0; left = waiting()) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new AssertionFailedError("not delivered in time");
            }
            pause(SOONEST.multipliedBy(left));
        }
        return new Drained(first - begun, System.nanoTime() - noticed);
    }

    private int delivered() {
        return sync.outbox().summary().delivered();
    }

    private int waiting() {
        return sync.outbox().summary().waiting();
    }

    /** As many of the same, sealed, for somebody else to bring. */
    Map<SubmissionId, Sealed.Put> sealed(int count) {
        Map<SubmissionId, Sealed.Put> all = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Submission submission = Handed.care();
            try (Sealing sealing = sealer.begin(submission)) {
                String number = SubmissionNumber.of(OTHERS, LocalDate.now(CLOCK), ++numbers)
                        .text();
                Labels labels =
                        new Labels(OTHERS, number, submission.item().code(), "application", CLOCK, JournalHead.EMPTY);
                all.put(submission.id(), sealing.finished(labels).put());
            }
        }
        return all;
    }

    /** The least that brings one: a PUT of its bytes, and a look at the status. */
    @Override
    public void bring(String id, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(province.address().uri().resolve("/v1/submissions/" + id))
                .header("Kiosk-Terminal", OTHERS)
                .header("Content-Type", "application/vnd.kiosk.submission")
                .header("Content-Digest", Sha256.field(body))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new AssertionFailedError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the platform has in its ledger, by id, and how often. */
    Map<String, Long> ledger() {
        return province.ledger().stream()
                .collect(Collectors.groupingBy(it -> it.path("id").asText(), Collectors.counting()));
    }

    List<Submission> handedIn() {
        return handedIn;
    }

    static void until(BooleanSupplier reached) throws InterruptedException {
        long begun = System.nanoTime();
        while (!reached.getAsBoolean()) {
            pause(SHORTEST);
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new AssertionFailedError("not reached in time");
            }
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        if (new CountDownLatch(1).await(Math.max(SHORTEST.toNanos(), time.toNanos()), TimeUnit.NANOSECONDS)) {
            throw new AssertionFailedError("a latch that nobody opens");
        }
    }

    @Override
    public void close() {
        sync.close();
        province.close();
    }
}
