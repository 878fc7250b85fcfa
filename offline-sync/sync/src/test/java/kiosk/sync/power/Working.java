package kiosk.sync.power;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.Handed;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Proof;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.SignedReceipt;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Parcel.Setback;
import kiosk.sync.store.QuietNow;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;

/** A process of its own that takes, delivers and gives up as a terminal does, and marks what it was promised. */
public final class Working {
    private static final int MOST_STARTS = 4;
    private static final int DEEDS_TO_A_QUIET_MOMENT = 20;

    static final Limits LIMITS = new Limits(0, 256L << 20, 0);

    private static final int PAGE = 4096;

    private final Store store;
    private final SqliteOutbox outbox;
    private final Deliveries deliveries;
    private final OutputStream marks;
    private final Random random;
    private int troubles;
    private int places;
    private String last = "";
    private final List<Submission> taken = new ArrayList<>();

    private Working(Path folder, long seed) throws IOException {
        store = Store.open(folder, LIMITS, Clock.systemUTC());
        outbox = outbox(store, folder);
        deliveries = new Deliveries(store);
        marks = Files.newOutputStream(folder.resolve("MARKS"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        random = new Random(seed);
    }

    static SqliteOutbox outbox(Store store, Path folder) {
        Path keys = folder.resolveSibling("delivered.keys");
        Signer signer = Sm2Secret.fresh(new SecureRandom());
        return new SqliteOutbox(
                store,
                new Sealer(new KeyShelf(folder.resolveSibling("platform.keys"), Optional.of(keys)), () -> signer),
                HolderMarks.of(new byte[32]),
                "K001",
                Clock.systemUTC());
    }

    /** Folder, seed, how many deeds, how many of them may fail. */
    public static void main(String[] values) throws IOException, InterruptedException {
        Working working = opened(Path.of(values[0]), Long.parseLong(values[1]));
        for (int i = 0; i < Integer.parseInt(values[2]); i++) {
            try {
                working.deed();
                if (i % DEEDS_TO_A_QUIET_MOMENT == DEEDS_TO_A_QUIET_MOMENT - 1) {
                    QuietNow.in(working.store);
                }
            } catch (StoreTrouble trouble) {
                working.troubles++;
            }
        }
        if (values.length > 4) {
            working.spoilAndOpenAnew(Path.of(values[0]));
        }
        System.exit(working.troubles > Integer.parseInt(values[3]) ? 1 : 0);
    }

    /** A page of the journal is no longer what it was: the store is moved aside, and taken over. */
    private void spoilAndOpenAnew(Path folder) throws IOException {
        store.close();
        Path file = folder.resolve("outbox.db");
        long page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT max(pageno) FROM dbstat WHERE name = 'journal' AND pagetype = 'leaf'")) {
            page = row.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        mark("spoilt -");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(PAGE), (page - 1) * PAGE);
            channel.force(true);
        }
        Store.open(folder, LIMITS, Clock.systemUTC()).close();
        if (!Files.exists(folder.resolve("damaged-1"))) {
            throw new IllegalStateException("nothing was damaged");
        }
    }

    /** Whoever starts the terminal starts it once more where the disk failed it. */
    private static Working opened(Path folder, long seed) throws IOException {
        for (int tries = 1; true; tries++) {
            try {
                return new Working(folder, seed);
            } catch (UncheckedIOException failed) {
                if (tries == MOST_STARTS) {
                    throw failed;
                }
            }
        }
    }

    private void deed() throws IOException, InterruptedException {
        int which = random.nextInt(10);
        if (which < 5 || taken.isEmpty()) {
            take();
        } else if (which < 9) {
            carry();
        } else {
            Submission one = taken.remove(random.nextInt(taken.size()));
            mark("leaves " + one.id());
            outbox.abandon(one.id());
            mark("left " + one.id());
        }
    }

    private void take() throws IOException {
        byte[] page = new byte[random.nextInt(4) == 0 ? 150_000 : 2_000];
        random.nextBytes(page);
        Submission submission = random.nextBoolean() ? Handed.care() : Handed.withPages(page);
        mark("takes " + submission.id());
        Outbox.Acceptance answer = outbox.accept(submission);
        if (answer instanceof Outbox.NotAccepted && outbox.summary().open()) {
            mark("refused " + submission.id());
            mark("takes " + submission.id());
            answer = outbox.accept(submission);
        }
        if (answer instanceof Outbox.Accepted accepted) {
            taken.add(submission);
            mark("took " + submission.id() + " " + accepted.number());
        }
    }

    private void carry() throws IOException {
        Instant now = Instant.now();
        Optional<Parcel> parcel = deliveries.next(now, attempts -> now.plusMillis(1));
        if (parcel.isEmpty()) {
            return;
        }
        if (random.nextInt(3) == 0) {
            deliveries.postponed(parcel.get(), Setback.NO_ANSWER, now.plus(Duration.ofMillis(1)), now);
            return;
        }
        mark("brings " + parcel.get().id());
        deliveries.delivered(SubmissionId.parse(parcel.get().id()), proof(parcel.get(), now), now);
        taken.removeIf(it -> it.id().toString().equals(parcel.get().id()));
        mark("brought " + parcel.get().id());
    }

    /** What the store keeps of a receipt; whether it is the platform's was for others to find out. */
    private Proof proof(Parcel parcel, Instant now) {
        places++;
        SignedReceipt signed = new SignedReceipt(
                parcel.id(),
                "K001",
                parcel.number(),
                parcel.load().digest(),
                "S202611220000000171",
                now.toString(),
                new SignedReceipt.Promise("immediate", ""),
                places,
                last,
                new SignedReceipt.Journal(0, ""),
                "",
                "");
        last = signed.chain();
        return new Proof(signed, new CaseReceipt("S202611220000000171", now, Optional.empty()), "{}");
    }

    private void mark(String line) throws IOException {
        marks.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
