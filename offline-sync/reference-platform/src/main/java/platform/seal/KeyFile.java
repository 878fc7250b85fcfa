package platform.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's secret keys in a file that only its owner may read, one key a line, replaced whole and only once it is on the disk.
 *
 * <pre>
 * role SP secret, in hexadecimal; roles: current, next, past, sign, past-sign; the oldest first among equals
 * </pre>
 */
final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final String NAME = "sm2.keys";
    private static final int MOST_BYTES = 64 * 1024;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<StandardOpenOption> CREATE = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /** A lock on a file is the process's; its threads have this one. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final Path file;
    private final Path lock;

    KeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.lock = folder.resolve(NAME + ".lock");
    }

    /** What a key is for. */
    enum Role {
        CURRENT,
        NEXT,
        PAST,
        SIGN,
        PAST_SIGN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Role of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A key and what it is for. */
    record Entry(Role role, KeyPair key) {}

    /** The keys, none where there is no file yet. */
    List<Entry> read() {
        try {
            if (Files.notExists(file)) {
                return List.of();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalStateException("The platform's key file is larger than any key file.");
            }
            List<Entry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] words = line.strip().split(" ", 2);
                entries.add(new Entry(Role.of(words[0]), KeyPair.ofHex(words[words.length - 1])));
            }
            return entries;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The platform's key file does not hold keys.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's keys cannot be read.", e);
        }
    }

    /** What changes when the file is written anew. */
    record Stamp(String file, long modified) {}

    Stamp stamp() {
        try {
            return stamp(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's keys cannot be found.", e);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
                String.valueOf(attributes.fileKey()),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** Writes the first keys, unless another node that shares the folder was faster. */
    void writeFirst(List<Entry> entries) {
        try {
            Path draft = draft(entries);
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                LOG.info("Another node has made the keys");
            }
            Files.delete(draft);
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's keys cannot be kept.", e);
        }
    }

    /** The keys as they were written, and what tells whether somebody has written others since. */
    record Written(List<Entry> entries, Stamp stamp) {}

    /** Changes what is in the file at this moment; nobody else, of this process or another, changes it meanwhile. */
    Written change(UnaryOperator<List<Entry>> change) {
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, CREATE, OWNER_ALONE)) {
                channel.lock();
                return write(List.copyOf(change.apply(read())));
            } catch (IOException e) {
                throw new UncheckedIOException("The platform's keys cannot be kept.", e);
            }
        }
    }

    /** The stamp is the draft's own, which moving leaves as it is. */
    private Written write(List<Entry> entries) throws IOException {
        Path draft = draft(entries);
        Stamp stamp = stamp(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
        return new Written(entries, stamp);
    }

    private Path draft(List<Entry> entries) throws IOException {
        Path draft = Files.createTempFile(folder, "sm2", ".draft", OWNER_ALONE);
        Files.write(
                draft,
                entries.stream()
                        .map(entry -> entry.role().word() + " " + entry.key().hex())
                        .toList(),
                StandardCharsets.US_ASCII);
        force(draft, StandardOpenOption.WRITE);
        return draft;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
