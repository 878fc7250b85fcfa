package kiosk.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kiosk.sync.disk.PartFiles;
import kiosk.sync.seal.Cover;
import kiosk.sync.seal.Sealed;
import kiosk.sync.seal.Sha256;
import kiosk.sync.store.Parcel.Load;
import kiosk.sync.store.Parcel.Piece;

/** What is sealed: the body in a row, the large parts in files that rows name. */
final class Payloads {
    private final PartFiles files;
    /** Files whose rows were deleted, in a transaction that may or may not have been committed. */
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();

    Payloads(PartFiles files) {
        this.files = files;
    }

    PartFiles files() {
        return files;
    }

    /** The parts that travel by themselves; {@code names} are their files, in order. */
    static List<Piece> pieces(Sealed sealed, List<String> names) {
        List<Piece> pieces = new ArrayList<>();
        for (Sealed.Part part : sealed.uploaded()) {
            String digest = Sha256.field(part.bytes());
            pieces.add(new Piece(part.number(), names.get(pieces.size()), part.bytes().length, digest, 0));
        }
        return pieces;
    }

    /** Stores what was sealed for the row just inserted. */
    static void insert(Connection connection, byte[] body, List<Piece> pieces) throws SQLException {
        Sql.update(connection, "INSERT INTO sealed (seq, bytes) VALUES (last_insert_rowid(), ?)", body);
        if (!pieces.isEmpty()) {
            long seq = Sql.first(connection, "SELECT last_insert_rowid()", row -> row.getLong(1))
                    .orElseThrow();
            for (Piece piece : pieces) {
                insert(connection, seq, piece);
            }
        }
    }

    static void insert(Connection connection, long seq, Piece piece) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO part (seq, number, file, length, digest, sent) VALUES (?, ?, ?, ?, ?, ?)",
                seq,
                piece.number(),
                piece.file(),
                piece.length(),
                piece.digest(),
                piece.sent());
    }

    /** What is to be sent for an entry; nothing where only the money is asked for, and empty where the disk lost any of it. */
    Optional<Load> load(Connection connection, Entry entry) throws SQLException {
        if (entry.state() == EntryState.UNSETTLED) {
            return Optional.of(Load.NONE);
        }
        Optional<byte[]> body = body(connection, entry.seq()).filter(it -> sealedFor(entry, it));
        List<Piece> parts = parts(connection, entry.seq());
        boolean whole = body.isPresent() && parts.stream().allMatch(it -> files.whole(it.file(), it.length()));
        return whole ? Optional.of(new Load(entry.digest(), entry.bodyDigest(), body.get(), parts)) : Optional.empty();
    }

    /** Whether the bytes are those that were sealed, and the row says the same of them as they do. */
    private static boolean sealedFor(Entry entry, byte[] body) {
        if (entry.state() == EntryState.GARBLED || !Sha256.field(body).equals(entry.bodyDigest())) {
            return false;
        }
        try {
            Cover cover = Cover.of(body);
            return cover.digest().equals(entry.digest())
                    && cover.id().toString().equals(entry.id())
                    && cover.number().equals(entry.number());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<byte[]> body(Connection connection, long seq) throws SQLException {
        return Sql.first(connection, "SELECT bytes FROM sealed WHERE seq = ?", row -> row.getBytes(1), seq);
    }

    static List<Piece> parts(Connection connection, long seq) throws SQLException {
        return Sql.all(
                connection,
                "SELECT number, file, length, digest, sent FROM part WHERE seq = ? ORDER BY number",
                Payloads::piece,
                seq);
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(row.getInt(1), row.getString(2), row.getLong(3), row.getString(4), row.getLong(5));
    }

    /** Lets go of what was sealed for an entry; the files follow with {@link #sweep}, once that is on disk. */
    void letGo(Connection connection, long seq) throws SQLException {
        List<String> parts = Sql.all(connection, "SELECT file FROM part WHERE seq = ?", row -> row.getString(1), seq);
        if (!parts.isEmpty()) {
            dropped.addAll(parts);
            Sql.update(connection, "DELETE FROM part WHERE seq = ?", seq);
        }
        Sql.update(connection, "DELETE FROM sealed WHERE seq = ?", seq);
    }

    /** Lets the ratings of a submission go that will never be delivered. */
    void letRatingsGo(Connection connection, String of, Instant now) throws SQLException {
        Entries.letFollow(connection, of, "replaces", now);
        for (long seq : Entries.ratingsOf(connection, of)) {
            Entries.move(connection, seq, EntryState.GIVEN_UP, now, null);
            letGo(connection, seq);
        }
    }

    /** Has {@link #sweep} look at files that were written for a row that may or may not be there. */
    void drop(List<String> written) {
        dropped.addAll(written);
    }

    /** Deletes the files that were let go, if indeed no row names them: a transaction may have been undone. */
    void sweep(Database database) {
        if (!dropped.isEmpty()) {
            Set<String> candidates = new HashSet<>(dropped);
            Set<String> named = database.run(Payloads::named);
            candidates.stream().filter(it -> !named.contains(it)).forEach(files::letGo);
            dropped.removeAll(candidates);
        }
    }

    /** Moves every file that no row names to that folder: what could not be read of a damaged database may have named it. */
    void moveAside(Database database, Path to) {
        files.moveAside(database.run(Payloads::named), to);
    }

    /** Deletes every file that no row names. */
    void collect(Database database) {
        files.collect(database.run(Payloads::named));
    }

    private static Set<String> named(Connection connection) throws SQLException {
        return new HashSet<>(Sql.all(connection, "SELECT file FROM part", row -> row.getString(1)));
    }
}
