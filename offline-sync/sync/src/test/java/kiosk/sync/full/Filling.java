package kiosk.sync.full;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.NotAccepted;
import kiosk.submission.Outbox.Why;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.Handed;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.Store;

/**
 * A process that fills its disk but for some bytes, hands in until no more is taken, opens the queue anew on the full disk each other time,
 * and delivers all that was taken; for one number of bytes after the other. What is not taken leaves nothing behind.
 */
final class Filling {
    private static final int BALLAST = 1 << 20;
    private static final Limits LIMITS = new Limits(0, 8 << 20, BALLAST);
    private static final int MOST_TRIES = 12;
    private static final int PAGE = 4096;

    private final Path disk;
    private final Path queue;
    private final Path keys;
    private final Signer signer = Sm2Secret.fresh(new SecureRandom());
    private final Random random = new Random(4096);
    private final Receipts receipts = new Receipts();
    private Store store;
    private SqliteOutbox outbox;

    private Filling(Path disk, Path keys) {
        this.disk = disk;
        this.queue = disk.resolve("queue");
        this.keys = keys;
        this.store = opened();
        this.outbox = outbox();
    }

    /** The disk, the platform's keys, the fewest bytes left, the most, the step. */
    public static void main(String[] values) throws IOException {
        Filling filling = new Filling(Path.of(values[0]), Path.of(values[1]));
        int moments = 0;
        int most = Integer.parseInt(values[3]);
        int step = Integer.parseInt(values[4]);
        for (int left = Integer.parseInt(values[2]); left <= most; left += step) {
            filling.moment(left, moments % 2 == 1);
            moments++;
        }
        filling.store.close();
        System.out.println("moments: " + moments);
    }

    private Store opened() {
        return Store.open(queue, LIMITS, Clock.systemUTC());
    }

    private SqliteOutbox outbox() {
        KeyShelf shelf = new KeyShelf(queue.resolve("platform.keys"), Optional.of(keys));
        return new SqliteOutbox(
                store, new Sealer(shelf, () -> signer), HolderMarks.of(new byte[32]), "K001", Clock.systemUTC());
    }

    private void openAnew() {
        store.close();
        store = opened();
        outbox = outbox();
    }

    private void moment(int left, boolean restart) throws IOException {
        openAnew();
        List<SubmissionId> taken = new ArrayList<>();
        taken.add(taken(page(200_000)).orElseThrow());
        fillUpTo(left);
        boolean full = false;
        for (int i = 0; i < MOST_TRIES && !full; i++) {
            Optional<SubmissionId> one = taken(any());
            one.ifPresent(taken::add);
            full = one.isEmpty();
        }
        if (restart) {
            openAnew();
        }
        assertThat(waiting()).as("with %d bytes left", left).containsExactlyElementsOf(taken);
        deliver(left, taken.size());
        assertThat(files())
                .as("parts that nobody needs, with %d bytes left", left)
                .isZero();
        Optional<SubmissionId> again = taken(page(40_000)).or(this::takenAtLast);
        assertThat(again).as("taken in again, with %d bytes left", left).isPresent();
        Files.delete(disk.resolve("filler"));
        deliver(left, 1);
        look();
    }

    private Submission any() {
        return random.nextBoolean() ? page(30_000) : page(150_000);
    }

    private Submission page(int length) {
        byte[] page = new byte[length];
        random.nextBytes(page);
        return Handed.withPages(page);
    }

    private Optional<SubmissionId> taken(Submission submission) {
        List<SubmissionId> before = waiting();
        long files = files();
        Outbox.Acceptance answer = outbox.accept(submission);
        if (answer instanceof Accepted) {
            return Optional.of(submission.id());
        }
        assertThat(answer).isEqualTo(new NotAccepted(Why.FULL));
        assertThat(waiting()).isEqualTo(before);
        assertThat(files()).as("half of what was not taken").isEqualTo(files);
        return Optional.empty();
    }

    /** What was freed by delivering the log may have taken; it gives that back when something does not fit. */
    private Optional<SubmissionId> takenAtLast() {
        return taken(page(40_000));
    }

    private List<SubmissionId> waiting() {
        return outbox.list(1000).stream().map(Outbox.Waiting::id).toList();
    }

    private long files() {
        try (Stream<Path> files = Files.list(queue.resolve("parts"))) {
            return files.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void fillUpTo(int left) throws IOException {
        long pages = (Files.getFileStore(disk).getUsableSpace() - left) / PAGE;
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            filler.write(new byte[(int) Math.max(0, pages * PAGE)]);
        }
    }

    private void deliver(int left, int expected) {
        Deliveries deliveries = new Deliveries(store);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        int delivered = 0;
        Optional<Parcel> parcel = deliveries.next(later, any -> later.plusSeconds(1));
        while (parcel.isPresent()) {
            deliveries.delivered(SubmissionId.parse(parcel.get().id()), receipts.next(parcel.get()), Instant.now());
            delivered++;
            parcel = deliveries.next(later, any -> later.plusSeconds(1));
        }
        assertThat(delivered).as("delivered, with %d bytes left", left).isEqualTo(expected);
    }

    private void look() {
        assertThat(queue.resolve("damaged-1")).doesNotExist();
        try (StoreView view = StoreView.of(queue)) {
            assertThat(JournalAudit.ofTheEntries(view).wrong()).isEmpty();
        }
    }
}
