package kiosk.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kiosk.sync.TurnableClock;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sealer;

/** A queue on a disk, without a line. */
final class Shop implements AutoCloseable {
    static final Limits LIMITS = new Limits(0, 256L << 20, 0);

    final Path folder;
    final TurnableClock clock;
    final Store store;
    final SqliteOutbox outbox;

    private Shop(Path folder, TurnableClock clock, Store store) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.store = store;
        this.outbox = new SqliteOutbox(store, new Sealer(shelf(folder)), "K001", clock);
    }

    static Shop open(Path folder) throws IOException {
        return open(folder, LIMITS, new TurnableClock(Instant.parse("2026-11-22T01:15:02Z")));
    }

    static Shop open(Path folder, Limits limits, TurnableClock clock) throws IOException {
        return new Shop(folder, clock, Store.open(folder, limits, clock));
    }

    static Shop open(Path folder, Breaking breaking) throws IOException {
        TurnableClock clock = new TurnableClock(Instant.parse("2026-11-22T01:15:02Z"));
        StoreFolder taken = StoreFolder.take(folder);
        Store store = Store.open(
                taken, LIMITS, clock, () -> breaking.around(StoreFile.open(taken.file(), LIMITS.mostBytes())));
        return new Shop(folder, clock, store);
    }

    private static KeyShelf shelf(Path folder) throws IOException {
        Path key = folder.resolve("delivered.key");
        if (!Files.exists(key)) {
            Files.writeString(key, new Opener().publicKey());
        }
        return new KeyShelf(folder.resolve("platform.key"), Optional.of(key));
    }

    long count(String table) {
        return store.database()
                .run(connection -> Sql.first(connection, "SELECT count(*) FROM " + table, row -> row.getLong(1)))
                .orElseThrow();
    }

    String ask(String sql) {
        return store.database().run(connection -> Sql.text(connection, sql));
    }

    EntryState state(kiosk.submission.SubmissionId id) {
        return store.database()
                .run(connection -> Entries.find(connection, id))
                .orElseThrow()
                .state();
    }

    static int fill(java.sql.Connection connection, int rows) throws SQLException {
        return Sql.update(connection, """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                INSERT INTO entry (id, number, kind, item, state, digest, taken_at, changed_at, next_at)
                SELECT 'id-' || i, 'number-' || i, 'application', 'a.b', 'READY', 'd', i, i, 1000000 + i FROM n
                """, rows);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
