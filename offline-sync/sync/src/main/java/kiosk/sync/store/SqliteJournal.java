package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.sync.seal.JournalHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in the store's own database, a chain that {@link JournalHead} draws: what belongs to a change of the queue is written in the change's own transaction, what
 * is noted from elsewhere waits in memory for the store's thread, a moment at most, and over a disk that fails until it works
 * again; what such a disk stored nevertheless may be told twice. Where the disk is slower than the notes come, notes are dropped, and how many is noted.
 */
public final class SqliteJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
    private static final int WAITING = 1024;
    private static final String COUNTERSIGNED =
            "SELECT coalesce(max(journal_count), 0) FROM entry WHERE next_at IS NULL AND state = 'DELIVERED' AND journal_count <= ?";

    private final Database database;
    private final Clock clock;
    private final int kept;
    private final BlockingQueue<Noted> waiting = new ArrayBlockingQueue<>(WAITING);
    /** What the last transaction took, in order, until it is on disk; only the store's thread has to do with it. */
    private final List<Noted> taken = new ArrayList<>();

    private final AtomicBoolean flushing = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();

    /** A journal that keeps at least so many of its latest entries. */
    SqliteJournal(Database database, Clock clock, int kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
        shorten();
    }

    /** Lets the oldest entries go, where there are more than are kept. */
    public void shorten() {
        database.run(connection -> letGo(connection, kept, clock.instant()));
    }

    /**
     * One entry as it is on disk.
     *
     * @param event the number of an {@link Occurrence}
     * @param figures names and values joined by spaces, {@code millis=840 which=READ}; empty where there are none
     */
    public record Noted(Instant at, int event, String figures) {}

    @Override
    public void note(Occurrence occurrence, Figure... figures) {
        if (!waiting.offer(noted(clock.instant(), occurrence, figures))) {
            dropped.incrementAndGet();
        }
        if (flushing.compareAndSet(false, true)) {
            database.soon(this::write, taken::clear, () -> flushing.set(false));
        }
    }

    /** The latest entries, newest first, at most {@code most}; what was noted before is among them. */
    public List<Noted> entries(int most) {
        return database.run(
                connection -> {
                    write(connection);
                    return Sql.all(
                            connection,
                            "SELECT at, event, figures FROM journal ORDER BY seq DESC LIMIT ?",
                            row -> new Noted(Instant.ofEpochMilli(row.getLong(1)), row.getInt(2), row.getString(3)),
                            most);
                },
                taken::clear);
    }

    /** Writes an entry in the transaction of the change it tells of. */
    static void write(Connection connection, Instant at, Occurrence occurrence, Figure... figures) throws SQLException {
        write(connection, head(connection), at, occurrence, figures);
    }

    /** The same where the caller has just read the end of the chain. */
    static void write(Connection connection, JournalHead end, Instant at, Occurrence occurrence, Figure... figures)
            throws SQLException {
        insert(connection, end, noted(at, occurrence, figures));
    }

    /** Writes what waits, and once more what an earlier transaction took in vain. */
    private int write(Connection connection) throws SQLException {
        flushing.set(false);
        take();
        for (Noted each : taken) {
            insert(connection, head(connection), each);
        }
        return taken.size();
    }

    private void take() {
        if (taken.size() < WAITING) {
            long lost = dropped.getAndSet(0);
            if (lost > 0) {
                taken.add(noted(clock.instant(), Occurrence.JOURNAL_DROPPED, new Count(lost)));
            }
            waiting.drainTo(taken, WAITING);
        }
    }

    /** The end of the chain; it is read anew each time, because a transaction may have been undone. */
    static JournalHead head(Connection connection) throws SQLException {
        Optional<JournalHead> last = place(connection, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
        return last.isPresent() ? last.get() : beginning(connection);
    }

    private static JournalHead beginning(Connection connection) throws SQLException {
        return place(connection, "SELECT count, hash FROM checkpoint").orElse(JournalHead.EMPTY);
    }

    private static Optional<JournalHead> place(Connection connection, String sql, Object... values)
            throws SQLException {
        return Sql.first(connection, sql, row -> new JournalHead(row.getLong(1), row.getBytes(2)), values);
    }

    private static void insert(Connection connection, JournalHead end, Noted noted) throws SQLException {
        long at = noted.at().toEpochMilli();
        JournalHead now = end.next(at, noted.event(), noted.figures());
        Sql.update(
                connection,
                "INSERT INTO journal (seq, at, event, figures, hash) VALUES (?, ?, ?, ?, ?)",
                now.count(),
                at,
                noted.event(),
                noted.figures(),
                now.head());
    }

    /**
     * Lets the oldest entries go, up to a head that the platform countersigned where there is one not much older than need be, so that
     * even what the chain begins with is vouched for.
     */
    private static boolean letGo(Connection connection, int kept, Instant now) throws SQLException {
        long most = head(connection).count() - kept;
        if (most <= beginning(connection).count()) {
            return false;
        }
        long signed = Sql.first(connection, COUNTERSIGNED, row -> row.getLong(1), most)
                .orElse(0L);
        JournalHead to = place(
                        connection, "SELECT seq, hash FROM journal WHERE seq = ?", signed > most - kept ? signed : most)
                .orElseThrow();
        if (to.count() > beginning(connection).count()) {
            beginAt(connection, to);
            write(connection, now, Occurrence.JOURNAL_SHORTENED, new Count(to.count()));
        }
        return true;
    }

    /** The chain goes on from there, and what is before it is let go. */
    static void beginAt(Connection connection, JournalHead place) throws SQLException {
        Sql.update(connection, "DELETE FROM checkpoint");
        Sql.update(connection, "INSERT INTO checkpoint (count, hash) VALUES (?, ?)", place.count(), place.head());
        Sql.update(connection, "DELETE FROM journal WHERE seq <= ?", place.count());
    }

    private static Noted noted(Instant at, Occurrence occurrence, Figure... figures) {
        return new Noted(
                at, occurrence.id(), Stream.of(figures).map(SqliteJournal::text).collect(Collectors.joining(" ")));
    }

    private static String text(Figure figure) {
        if (figure instanceof Millis millis) {
            return "millis=" + millis.millis();
        }
        if (figure instanceof Count count) {
            return "count=" + count.count();
        }
        if (figure instanceof Which which) {
            return "which=" + which.constant().name();
        }
        if (figure instanceof Technician technician) {
            return "technician=" + technician.number();
        }
        return figure instanceof Of of ? "of=" + of.id() : "";
    }

    /** Writes what waits; on a broken store it is lost. */
    void close() {
        try {
            database.run(this::write, taken::clear);
        } catch (StoreTrouble e) {
            LOG.warn("the last notes of the journal are lost");
        }
    }
}
