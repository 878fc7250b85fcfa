package kiosk.sync.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.sync.disk.Disk;
import kiosk.sync.disk.Gate;
import kiosk.sync.disk.Limits;
import kiosk.sync.disk.PartFiles;
import kiosk.sync.disk.PatientOpening;
import kiosk.sync.disk.Room;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of one terminal: its folder, its database, and what hangs on them. */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int NUMBERS_OF_A_STORE = 100_000;
    private static final byte[] TRIAL = new byte[4096];

    private final StoreFolder folder;
    private final Database database;
    private final SqliteJournal journal;
    private final Room room;
    private final Gate gate;
    private final Payloads payloads;
    private final int counterBase;
    private final Exchange exchange = new Exchange();
    private @Nullable Counted counted;

    /** After how many transactions, the counting included. */
    private record Counted(long changes, Outbox.Summary summary, long usedBytes) {}

    /** What a store works with. */
    private record Means(Disk disk, Database database, Room room) {}

    private Store(StoreFolder folder, Means means, Limits limits, Clock clock) {
        this.folder = folder;
        this.database = means.database();
        this.journal = new SqliteJournal(database, clock, limits.kept().notes());
        this.payloads = new Payloads(new PartFiles(means.disk(), folder.parts()));
        this.room = means.room();
        this.gate = new Gate(room, limits.mostBytes(), this::writeSomething, System::nanoTime);
        this.counterBase = folder.damagedBefore() % 10 * NUMBERS_OF_A_STORE;
    }

    /**
     * Opens the store, making it where there is none. What an earlier process held for a payment is unsettled now. A damaged
     * database is moved aside, what can be read of it is taken over, at the next start if this one is cut off, and numbers are then given from another range, so that none is given twice.
     *
     * @throws IllegalStateException if another process has it open
     * @throws UncheckedIOException if somebody reads its log for more than a minute
     */
    public static Store open(Path path, Limits limits, Clock clock) {
        StoreFolder folder = StoreFolder.take(path);
        return open(folder, limits, clock, () -> StoreFile.open(folder.file(), limits.mostBytes()), Disk.real());
    }

    static Store open(StoreFolder folder, Limits limits, Clock clock, Database.Opening opening, Disk disk) {
        boolean opened = false;
        Room room = new Room(folder.path(), limits.floorBytes(), limits.ballastBytes());
        PatientOpening first = PatientOpening.in(room, () -> StoreFile.open(folder.file(), limits.mostBytes()));
        PatientOpening patient = PatientOpening.in(room, opening);
        Database database = new Database(patient::open);
        try {
            if (!folder.sound(first)) {
                folder.moveAside(disk);
            }
            Store store = new Store(folder, new Means(disk, database, room), limits, clock);
            Instant now = clock.instant();
            folder.notTakenOver().forEach(damaged -> store.salvage(damaged, disk, now));
            store.begin(now, now.minus(limits.kept().receipts()));
            store.collect();
            patient.started();
            opened = true;
            return store;
        } finally {
            if (!opened) {
                database.close();
                folder.close();
            }
        }
    }

    /** While a damaged database is not taken over to its end, it may name parts that nothing else does. */
    private void collect() {
        if (folder.notTakenOver().isEmpty()) {
            payloads.collect(database);
        }
    }

    /** What cannot be read now, and is not damaged, may be at the next start. */
    private void salvage(Path damaged, Disk disk, Instant now) {
        Salvage.Outcome outcome = Salvage.of(damaged, database, payloads.files(), now);
        database.run(connection -> outcome.note(connection, now));
        if (outcome.toItsEnd()) {
            payloads.moveAside(database, damaged.resolveSibling("parts"));
            folder.takenOver(damaged, disk);
        }
    }

    /** Once more where a row was not what its index says: the indexes are made anew then. */
    private void begin(Instant now, Instant keptSince) {
        try {
            drain(connection -> begin(connection, now, keptSince));
        } catch (StoreTrouble again) {
            drain(connection -> begin(connection, now, keptSince));
        }
    }

    /** What was given up goes after a while; what was delivered, when the platform has confirmed it once more. */
    private static int begin(Connection connection, Instant now, Instant keptSince) throws SQLException {
        Entry.setAsideGarbled(connection, now);
        Entries.unsettle(connection, now, Instant.ofEpochMilli(Long.MAX_VALUE));
        SqlitePrints.begin(connection, now);
        return Entries.forgetGivenUp(connection, keptSince);
    }

    /** What was delivered before that time, but for the last receipt, which the next one follows; oldest first. */
    public List<Deliveries.Unproven> deliveredBefore(Instant time, int most) {
        return database.run(connection -> Ledger.deliveredBefore(connection, time, most));
    }

    /** Lets go of delivered entries, but for id, digest and receipt, which stay for good. */
    public void shorten(Collection<SubmissionId> delivered) {
        drain(connection -> Ledger.shorten(connection, delivered));
    }

    /** The journal in this store. */
    public SqliteJournal journal() {
        return journal;
    }

    /** Where the citizen's side and the courier meet. */
    public Exchange exchange() {
        return exchange;
    }

    /** Does a small harmless change, to find out whether the store works again. */
    public void tryAgain() {
        if (database.troubled()) {
            database.soon(StoreFile::touch, () -> {}, () -> {});
        }
    }

    private void writeSomething() throws IOException {
        parts().tryOut(TRIAL);
        database.run(StoreFile::touch);
    }

    /** Makes an entry due when the courier sets out next; for a store that nobody else works on. */
    public void tryAgain(SubmissionId id, Instant now) {
        drain(connection -> {
            Optional<Entry> entry = Entries.find(connection, id);
            if (entry.isPresent()) {
                SqliteOutbox.tryAgain(connection, entry.get(), now);
                SqliteJournal.write(connection, now, Occurrence.QUEUE_RETRIED, new Journal.Of(id));
            }
            return entry.isPresent();
        });
    }

    Database database() {
        return database;
    }

    Room room() {
        return room;
    }

    Gate gate() {
        return gate;
    }

    /** The large sealed parts. */
    public PartFiles parts() {
        return payloads.files();
    }

    Payloads payloads() {
        return payloads;
    }

    /** Deletes the files of what was let go; what cannot be looked up now is left to the next time. */
    void sweep() {
        try {
            payloads.sweep(database);
        } catch (StoreTrouble e) {
            LOG.warn("parts that were let go are not deleted yet: {}", e.kind());
        }
    }

    int counterBase() {
        return counterBase;
    }

    /** Does what makes the queue shorter or lets it move; on a full disk the ballast goes first, and a store that may not grow may for this. */
    <T> T drain(Database.Work<T> work) {
        try {
            return database.run(work);
        } catch (StoreTrouble e) {
            if (e.kind() != StoreTrouble.Kind.FULL) {
                throw e;
            }
            room.throwBallast();
            return database.run(connection -> StoreFile.growing(connection, work));
        }
    }

    /** How the queue stands; it is open only while what is taken can be sealed, too. */
    synchronized Outbox.Summary summary(boolean sealable) {
        long changes = database.changes();
        Counted before = counted;
        if (before == null || before.changes() != changes) {
            before = database.run(connection ->
                    new Counted(changes + 1, EntryState.count(connection), StoreFile.usedBytes(connection)));
            counted = before;
        }
        Outbox.Summary sum = before.summary();
        Optional<Outbox.Why> closed = gate.closed(before.usedBytes(), database.troubled() || parts().doubtful())
                .or(() -> sealable ? Optional.empty() : Optional.of(Outbox.Why.NOT_SEALED));
        return new Outbox.Summary(sum.waiting(), sum.delivered(), sum.stuck(), sum.oldest(), closed);
    }

    /** Writes what waits for the journal, and closes the file; harmless twice. */
    @Override
    public synchronized void close() {
        if (!database.closed()) {
            journal.close();
            database.close();
            folder.close();
        }
    }
}
