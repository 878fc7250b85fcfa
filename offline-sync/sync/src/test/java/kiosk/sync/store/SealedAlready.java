package kiosk.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.disk.Limits;
import kiosk.sync.number.Numbers;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.Sealed;
import kiosk.sync.seal.Sha256;
import kiosk.sync.seal.Sm3;

/** The queue without its sealing: it takes what is sealed already as {@link Taking} does, with its number and its entry in the journal. */
public final class SealedAlready implements AutoCloseable {
    private static final String ITEM = "medical-insurance.cross-region-care";

    private final Clock clock = Clock.systemUTC();
    private final Store store;
    private final Numbers numbers = new Numbers("K001", 0, ZoneOffset.UTC);

    public SealedAlready(Path folder) {
        store = Store.open(folder, new Limits(0, 4L << 30, 0), clock);
    }

    /** What is put for those bytes, whatever they are. */
    public static Sealed.Put put(byte[] bytes) {
        return new Sealed.Put(bytes, Sm3.field(bytes), Sha256.field(bytes));
    }

    public void enqueue(SubmissionId id, Sealed.Put put) {
        String holder = id.toString().replace("-", "").repeat(2);
        store.database().run(connection -> {
            if (Taking.known(connection, id).isPresent()) {
                throw new IllegalArgumentException("it is there already");
            }
            Instant now = clock.instant();
            SubmissionNumber number = numbers.next(connection, LocalDate.now(clock));
            JournalHead journal = SqliteJournal.head(connection);
            Labels labels = new Labels("K001", number.text(), ITEM, "application", clock, journal);
            Taking.store(
                    connection,
                    new Entries.NewEntry(id, labels, null, EntryState.READY, true, Optional.empty(), holder),
                    now,
                    put,
                    List.of());
            return number;
        });
    }

    /** So many more wait, each with as many bytes, written at one go. */
    public void fill(int rows, int bytes) {
        store.database().run(connection -> filled(connection, rows, bytes));
    }

    private static int filled(Connection connection, int rows, int bytes) throws SQLException {
        Shop.fill(connection, rows);
        return Sql.update(connection, "INSERT INTO sealed (seq, bytes) SELECT seq, randomblob(?) FROM entry", bytes);
    }

    /** How many are in the queue. */
    public int waiting() {
        return store.summary(true).waiting();
    }

    @Override
    public void close() {
        store.close();
    }
}
