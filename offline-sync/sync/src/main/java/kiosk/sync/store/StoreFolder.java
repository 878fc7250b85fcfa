package kiosk.sync.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiosk.sync.disk.Disk;
import kiosk.sync.disk.Reopening;
import kiosk.sync.disk.StoreCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the store. One process owns it: the lock is on a file of its own, because closing any other handle of a database
 * file would drop a lock on it. A damaged database is moved aside with its -wal and -shm, never deleted; a mark beside it stays until
 * all that can be read of it is in the new one, so that a loss of power on the way costs nothing:
 *
 * <pre>
 * store.lock           the lock
 * outbox.db  -wal -shm the database
 * parts/               the large sealed parts, see PartFiles
 * damaged-1/           the first that was moved aside
 *   not-taken-over     there while it is not taken over to the end
 * </pre>
 */
final class StoreFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
    private static final String NAME = "outbox.db";
    private static final String MARK = "not-taken-over";
    private static final List<String> FILES = List.of(NAME, NAME + "-wal", NAME + "-shm");

    private final Path folder;
    private final FileChannel lockFile;

    private StoreFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws IllegalStateException if another process has it
     */
    static StoreFolder take(Path folder) {
        try {
            makePrivate(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("store.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException("another process has the store open");
            }
            return new StoreFolder(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder cannot be used", e);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path file() {
        return folder.resolve(NAME);
    }

    Path parts() {
        return folder.resolve("parts");
    }

    Path path() {
        return folder;
    }

    /** How many damaged databases lie here. */
    int damagedBefore() {
        try (Stream<Path> inside = Files.list(folder)) {
            return (int) inside.filter(it -> it.getFileName().toString().startsWith("damaged-"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder cannot be read", e);
        }
    }

    /** Whether the database can be read whole; a missing one can, unless it left its -wal behind. */
    boolean sound(Reopening.Opening opening) {
        if (!Files.exists(file())) {
            return !Files.exists(folder.resolve(NAME + "-wal"));
        }
        try (Connection connection = opening.open()) {
            return Sql.text(connection, "PRAGMA quick_check(1)").equals("ok");
        } catch (SQLException e) {
            if (StoreCheck.saysDamaged(e)) {
                return false;
            }
            throw new UncheckedIOException("the store cannot be opened", new IOException(e));
        }
    }

    /** Moves the database aside with all that belongs to it, marked to be taken over; goes on where an earlier move was cut off. */
    void moveAside(Disk disk) {
        Path aside = cutOff().orElseGet(() -> folder.resolve("damaged-" + (damagedBefore() + 1)));
        try {
            Files.createDirectories(aside);
            if (!Files.exists(aside.resolve(MARK))) {
                disk.write(aside.resolve(MARK), new byte[0]);
            }
            disk.sync(aside);
            disk.sync(folder);
            for (String name : FILES) {
                if (Files.exists(folder.resolve(name))) {
                    disk.rename(folder.resolve(name), aside.resolve(name));
                }
            }
            disk.sync(aside);
            disk.sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the damaged store cannot be moved aside", e);
        }
        LOG.error("the store was damaged and lies in {} now", aside.getFileName());
    }

    /** Where the database lies already, when its -wal was left behind. */
    private Optional<Path> cutOff() {
        return notTakenOver().stream()
                .filter(it -> !Files.exists(file()) && Files.exists(it))
                .map(Path::getParent)
                .filter(it -> !Files.exists(it.resolve(NAME + "-wal")))
                .findFirst();
    }

    /** The databases moved aside that are not taken over to the end, oldest first. */
    List<Path> notTakenOver() {
        return IntStream.rangeClosed(1, damagedBefore())
                .mapToObj(i -> folder.resolve("damaged-" + i))
                .filter(it -> Files.exists(it.resolve(MARK)))
                .map(it -> it.resolve(NAME))
                .toList();
    }

    /** All that can be read of it is in the new database, on disk. */
    void takenOver(Path damaged, Disk disk) {
        try {
            disk.delete(damaged.resolveSibling(MARK));
            disk.sync(damaged.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException("the damaged store cannot be marked as taken over", e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the store's lock cannot be given back", e);
        }
    }
}
