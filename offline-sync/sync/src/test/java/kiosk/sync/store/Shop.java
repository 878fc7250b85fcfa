package kiosk.sync.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiosk.sync.TurnableClock;
import kiosk.sync.disk.Disk;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;

/** A queue on a disk, without a line. */
final class Shop implements AutoCloseable {
    static final Opener PLATFORM = new Opener();
    static final Signer SIGNER = Sm2Secret.fresh(new SecureRandom());
    static final Limits LIMITS = new Limits(0, 256L << 20, 0);

    final Path folder;
    final TurnableClock clock;
    final Store store;
    final SqliteOutbox outbox;

    private Shop(Path folder, TurnableClock clock, Store store) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.store = store;
        this.outbox = new SqliteOutbox(
                store, new Sealer(shelf(folder), () -> SIGNER), HolderMarks.of(new byte[32]), "K001", clock);
    }

    /** Copies what the power would leave if it went now. */
    void copyTo(Path cut) throws IOException {
        for (String name : List.of("outbox.db", "outbox.db-wal")) {
            Files.copy(folder.resolve(name), cut.resolve(name));
        }
    }

    static Shop open(Path folder) throws IOException {
        return open(folder, LIMITS, new TurnableClock(Instant.parse("2026-11-22T01:15:02Z")));
    }

    static Shop open(Path folder, Limits limits, TurnableClock clock) throws IOException {
        return new Shop(folder, clock, Store.open(folder, limits, clock));
    }

    static Shop open(Path folder, Disk disk) throws IOException {
        TurnableClock clock = new TurnableClock(Instant.parse("2026-11-22T01:15:02Z"));
        StoreFolder taken = StoreFolder.take(folder);
        Store store = Store.open(taken, LIMITS, clock, () -> StoreFile.open(taken.file(), LIMITS.mostBytes()), disk);
        return new Shop(folder, clock, store);
    }

    static Shop open(Path folder, Breaking breaking) throws IOException {
        TurnableClock clock = new TurnableClock(Instant.parse("2026-11-22T01:15:02Z"));
        StoreFolder taken = StoreFolder.take(folder);
        Store store = Store.open(
                taken,
                LIMITS,
                clock,
                () -> breaking.around(StoreFile.open(taken.file(), LIMITS.mostBytes())),
                Disk.real());
        return new Shop(folder, clock, store);
    }

    private static KeyShelf shelf(Path folder) throws IOException {
        Path keys = folder.resolve("platform.keys");
        if (!Files.exists(keys)) {
            Files.writeString(keys, PLATFORM.announces());
        }
        return new KeyShelf(keys, Optional.empty());
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
                INSERT INTO entry (id, number, corrects, kind, item, department, large, state, digest, body_digest, journal_count, journal_head, taken_at, changed_at, next_at, holder)
                SELECT 'id-' || i, 'number-' || i, 0, 'application', 'a.b', 'a', 0, 'READY', 'd', 'b', 0, '', i, i, 1000000 + i, lower(hex(randomblob(32))) FROM n
                """, rows);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
