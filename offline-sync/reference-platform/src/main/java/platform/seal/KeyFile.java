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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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

    private final Path folder;
    private final Path file;

    KeyFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
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
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    String.valueOf(attributes.fileKey()),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's keys cannot be found.", e);
        }
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

    void write(List<Entry> entries) {
        try {
            Files.move(draft(entries), file, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's keys cannot be kept.", e);
        }
    }

    private Path draft(List<Entry> entries) throws IOException {
        Path draft = Files.createTempFile(
                folder,
                "sm2",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
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
