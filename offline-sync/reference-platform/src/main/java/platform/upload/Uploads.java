package platform.upload;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import platform.seal.Manifest;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.upload.Piece.Place;
import platform.upload.Piece.Progress;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/**
 * Parts that are on their way: PLATFORM-API.md, section 5.1. The pieces lie in the store itself, so that whichever node gets the next
 * piece or the manifest has them, and so that they go in the transaction that accepts the manifest; a piece is answered once it is there
 * for good.
 */
public final class Uploads {
    /** What a terminal may have uploaded without a manifest; more than one submission may have. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int MOST_PARTS = 2000;
    private static final Progress NOTHING = new Progress(0, false);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String OTHERS =
            "SELECT id, n, received FROM part WHERE terminal = ? AND id <> ? ORDER BY since, id, n";
    private static final String PART = " WHERE terminal = ? AND id = ? AND n = ?";

    private final IngestStore store;
    private final PlatformClock clock;
    private final long mostBytes;
    private final long mostOfOne;

    public Uploads(IngestStore store, PlatformClock clock) {
        this(store, clock, MOST_BYTES);
    }

    Uploads(IngestStore store, PlatformClock clock, long mostBytes) {
        this.store = store;
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.mostOfOne = Math.min(mostBytes, Manifest.ALL_PARTS);
    }

    /** Takes a piece; what arrived of one that was cut counts. */
    public Progress take(Piece piece) throws Refusal {
        return store.<Result, RuntimeException>inTransaction(tx -> taken(tx, piece))
                .get();
    }

    /** What a piece came to; where that is a refusal it is one after the transaction, which may have begun the part anew. */
    @FunctionalInterface
    private interface Result {
        Progress get() throws Refusal;
    }

    private Result taken(Transaction tx, Piece piece) throws SQLException {
        Place place = piece.place();
        lock(tx, place.terminal());
        Progress before = before(tx, piece);
        if (before.isWhole()) {
            return () -> before;
        }
        if (before.received() != piece.offset()) {
            return refused(Refusal.uploadOffset(before.received()));
        }
        long length = piece.offset() + piece.content().length;
        if (length > Manifest.LONGEST_PART || ofItsSubmission(tx, piece) > mostOfOne) {
            return refused(new Refusal(ErrorCode.TOO_LARGE));
        }
        makeRoom(tx, piece);
        append(tx, piece);
        if (piece.isLast() && !piece.reprDigest().equals(digest(tx, place))) {
            forget(tx, place);
            return refused(new Refusal(ErrorCode.DIGEST_WRONG));
        }
        note(tx, piece, length);
        return () -> new Progress(length, piece.isLast());
    }

    /** One piece of a terminal's at a time, at whichever node: where a part is and what is put there are one step. */
    private static void lock(Transaction tx, String terminal) throws SQLException {
        tx.oneLocked("SELECT id FROM terminal WHERE id = ?", terminal);
    }

    private static Result refused(Refusal refusal) {
        return () -> {
            throw refusal;
        };
    }

    /** How far the part was; another one in its place goes. */
    private static Progress before(Transaction tx, Piece piece) throws SQLException {
        Optional<Row> known = part(tx, piece.place());
        if (known.isPresent() && !known.get().text("repr_digest").equals(piece.reprDigest())) {
            forget(tx, piece.place());
            return NOTHING;
        }
        return known.map(Uploads::progress).orElse(NOTHING);
    }

    private void note(Transaction tx, Piece piece, long length) throws SQLException {
        tx.change(
                "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (terminal, id, n)"
                        + " DO UPDATE SET received = excluded.received, whole = excluded.whole",
                piece.place().terminal(),
                piece.place().id(),
                piece.place().number(),
                piece.reprDigest(),
                length,
                piece.isLast() ? 1 : 0,
                clock.millis());
    }

    private static Optional<Row> part(Transaction tx, Place place) throws SQLException {
        return tx.oneLocked("SELECT * FROM part" + PART, place.terminal(), place.id(), place.number());
    }

    private static Progress progress(Row row) {
        return new Progress(row.number("received"), row.number("whole") == 1);
    }

    private static void append(Transaction tx, Piece piece) throws SQLException {
        if (piece.content().length > 0) {
            tx.change(
                    "INSERT INTO piece VALUES (?, ?, ?, ?, ?)",
                    piece.place().terminal(),
                    piece.place().id(),
                    piece.place().number(),
                    piece.offset(),
                    piece.content());
        }
    }

    private static long ofItsSubmission(Transaction tx, Piece piece) throws SQLException {
        Row held = tx.one(
                        "SELECT coalesce(sum(received), 0) AS bytes FROM part WHERE terminal = ? AND id = ?",
                        piece.place().terminal(),
                        piece.place().id())
                .orElseThrow();
        return held.number("bytes") + piece.content().length;
    }

    /** Where a piece finds no room, the terminal's other submissions lose the parts that were begun first; they will be asked for again. */
    private void makeRoom(Transaction tx, Piece piece) throws SQLException {
        String terminal = piece.place().terminal();
        Row held = tx.one(
                        "SELECT coalesce(sum(received), 0) AS bytes, count(*) AS parts FROM part WHERE terminal = ?",
                        terminal)
                .orElseThrow();
        long bytes = held.number("bytes") + piece.content().length - mostBytes;
        long parts = held.number("parts") + 1 - MOST_PARTS;
        if (bytes <= 0 && parts <= 0) {
            return;
        }
        for (Row old : tx.all(OTHERS, terminal, piece.place().id())) {
            if (bytes > 0 || parts > 0) {
                forget(tx, new Place(terminal, old.text("id"), (int) old.number("n")));
                bytes -= old.number("received");
                parts--;
            }
        }
    }

    private static String digest(Transaction tx, Place place) throws SQLException {
        MessageDigest digest = Digest.sha256();
        digest.update(content(tx, place));
        return Digest.sha256Text(digest.digest());
    }

    private static byte[] content(Transaction tx, Place place) throws SQLException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Row piece : tx.all(
                "SELECT content FROM piece" + PART + " ORDER BY position",
                place.terminal(),
                place.id(),
                place.number())) {
            content.writeBytes(piece.bytes("content"));
        }
        return content.toByteArray();
    }

    private static void forget(Transaction tx, Place place) throws SQLException {
        tx.change("DELETE FROM piece" + PART, place.terminal(), place.id(), place.number());
        tx.change("DELETE FROM part" + PART, place.terminal(), place.id(), place.number());
    }

    /** How far a part is. */
    public Progress progress(Place place) throws Refusal {
        return store.inTransaction(tx -> part(tx, place))
                .map(Uploads::progress)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND));
    }

    /** The part the manifest names, if it is here whole; one that is here and is another is let go of, so that it comes anew. */
    public Optional<byte[]> whole(Place place, Manifest.Part named) {
        return store.inTransaction(tx -> {
            Optional<Row> known = part(tx, place).filter(row -> row.number("whole") == 1);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            byte[] content = content(tx, place);
            if (!named.is(content)) {
                forget(tx, place);
                return Optional.empty();
            }
            return Optional.of(content);
        });
    }

    /** Lets go of the parts of a submission, in the transaction that says what becomes of it. */
    public void forgetAll(Transaction tx, String terminal, String id) throws SQLException {
        if (tx.one("SELECT n FROM part WHERE terminal = ? AND id = ? LIMIT 1", terminal, id)
                .isPresent()) {
            lock(tx, terminal);
            tx.change("DELETE FROM piece WHERE terminal = ? AND id = ?", terminal, id);
            tx.change("DELETE FROM part WHERE terminal = ? AND id = ?", terminal, id);
        }
    }

    /** Lets go of what has waited for its manifest too long. */
    public void sweep() {
        long before = clock.millis() - KEPT.toMillis();
        List<Place> old = store.inTransaction(tx -> places(tx, before));
        old.forEach(place -> store.inTransaction(tx -> {
            lock(tx, place.terminal());
            if (part(tx, place).filter(row -> row.number("since") < before).isPresent()) {
                forget(tx, place);
            }
            return place;
        }));
    }

    private static List<Place> places(Transaction tx, long before) throws SQLException {
        return tx.all("SELECT terminal, id, n FROM part WHERE since < ?", before).stream()
                .map(row -> new Place(row.text("terminal"), row.text("id"), (int) row.number("n")))
                .toList();
    }
}
