package kiosk.sync.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiosk.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of drafts, one file each. Whatever else lies in it is destroyed: what was being written when the power went, what another
 * terminal sealed, what was changed, and what has lived its time.
 */
final class DraftFolder {
    /** The longest file: all pages a submission can carry, and the rest. */
    static final long MOST_BYTES = Submission.MOST_PAGE_BYTES + (2L << 20);

    private static final Logger LOG = LoggerFactory.getLogger(DraftFolder.class);
    private static final String END = ".draft";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}-[0-9a-f]{16}\\.draft");
    private static final int MOST_LOOKED_AT = 10_000;

    private final Path folder;
    private final DraftKeys keys;
    private final DraftLimits limits;
    private final Ages ages = new Ages();

    /**
     * A file that may be opened still.
     *
     * @param age since it was kept
     */
    record Kept(Path file, DraftHeader header, Duration age, long bytes) {}

    /** What lives, and how many files were destroyed because they do not. */
    record Sweep(List<Kept> living, int destroyed) {}

    private DraftFolder(Path folder, DraftKeys keys, DraftLimits limits) {
        this.folder = folder;
        this.keys = keys;
        this.limits = limits;
    }

    static DraftFolder in(Path folder, DraftKeys keys, DraftLimits limits) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new DraftFolder(folder, keys, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of drafts cannot be used", e);
        }
    }

    Path file(String name) {
        return folder.resolve(name + END);
    }

    /** The file for a draft of that name that is stamped now. */
    Path freshFile(String name, Instant now) {
        ages.look(now);
        ages.forget(file(name));
        return file(name);
    }

    /** Looks at every file, and destroys what may not be opened any more. */
    Sweep sweep(Instant now) throws IOException {
        ages.look(now);
        List<Kept> living = new ArrayList<>();
        int destroyed = 0;
        for (Path file : files()) {
            Optional<Kept> kept = header(file).flatMap(it -> living(file, it, now));
            kept.ifPresent(living::add);
            destroyed += kept.isEmpty() && destroy(file) ? 1 : 0;
        }
        return new Sweep(living, destroyed);
    }

    private Optional<Kept> living(Path file, DraftHeader header, Instant now) {
        Instant time = ages.timeOf(file, header, now);
        return header.lives(time, limits.keepFor())
                ? Optional.of(new Kept(file, header, Duration.between(header.kept(), time), sizeOf(file)))
                : Optional.empty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_LOOKED_AT).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Optional<DraftHeader> header(Path file) {
        String name = file.getFileName().toString();
        if (!NAME.matcher(name).matches()
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || sizeOf(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return DraftHeader.read(
                    name.substring(0, name.length() - END.length()), in.readNBytes(DraftHeader.BYTES), keys);
        } catch (IOException unreadable) {
            LOG.warn("a draft cannot be read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return Long.MAX_VALUE;
        }
    }

    /** Destroys a file. @return whether it is gone */
    boolean destroy(Path file) {
        ages.forget(file);
        try {
            Durable.destroy(file, DraftHeader.BYTES);
            return true;
        } catch (IOException e) {
            LOG.error("a draft cannot be destroyed: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** Whether that many bytes more leave the queue the space it needs. */
    boolean hasRoomFor(long bytes) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() - bytes >= limits.floorBytes();
    }
}
