package kiosk.sync.full;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.submission.Outbox;
import kiosk.sync.Handed;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.Store;

/** A process that opens a queue on a disk without a byte left: one that was closed, and one whose process was killed. */
final class Reopening {
    private static final Limits LIMITS = new Limits(0, 8 << 20, 1 << 20);
    private static final int TAKEN = 5;

    private final Path disk;
    private final Path keys;

    private Reopening(Path disk, Path keys) {
        this.disk = disk;
        this.keys = keys;
    }

    /** The disk, the platform's keys. */
    public static void main(String[] values) throws IOException {
        Reopening reopening = new Reopening(Path.of(values[0]), Path.of(values[1]));
        Path closed = reopening.disk.resolve("closed");
        Path killed = reopening.disk.resolve("killed");
        Store store = Store.open(closed, LIMITS, Clock.systemUTC());
        SqliteOutbox outbox = reopening.outbox(store);
        for (int i = 0; i < TAKEN; i++) {
            assertThat(outbox.accept(Handed.care())).isInstanceOf(Outbox.Accepted.class);
        }
        asAKillWouldLeaveIt(closed, killed);
        store.close();
        reopening.fill();
        reopening.opens(closed);
        reopening.fill();
        reopening.opens(killed);
        System.out.println("opened");
    }

    /** With all that is in the log, and without the log's index, which is of no use to anybody then. */
    private static void asAKillWouldLeaveIt(Path open, Path killed) throws IOException {
        Files.createDirectories(killed.resolve("parts"));
        for (String name : List.of("outbox.db", "outbox.db-wal", "ballast")) {
            Files.copy(open.resolve(name), killed.resolve(name));
        }
        assertThat(killed.resolve("outbox.db-wal")).isNotEmptyFile();
    }

    private void opens(Path queue) {
        try (Store store = Store.open(queue, LIMITS, Clock.systemUTC())) {
            assertThat(outbox(store).list(10)).hasSize(TAKEN);
            assertThat(queue.resolve("ballast")).doesNotExist();
        }
    }

    private SqliteOutbox outbox(Store store) {
        KeyShelf shelf = new KeyShelf(disk.resolve("platform.keys"), Optional.of(keys));
        Signer signer = Sm2Secret.fresh(new SecureRandom());
        return new SqliteOutbox(
                store, new Sealer(shelf, () -> signer), HolderMarks.of(new byte[32]), "K001", Clock.systemUTC());
    }

    /** To the last byte. */
    private void fill() throws IOException {
        try (Stream<Path> before = Files.list(disk)) {
            Path filler = disk.resolve("filler-" + before.count());
            try (OutputStream to = Files.newOutputStream(filler)) {
                byte[] piece = new byte[1024];
                while (Files.getFileStore(disk).getUsableSpace() > 0) {
                    to.write(piece);
                }
            }
        }
        assertThat(Files.getFileStore(disk).getUsableSpace()).isZero();
    }
}
