package kiosk.sync.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.sync.seal.Sm3;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The large sealed parts, each a file beside the database: first the file, whole and safe under its name, then the row that names it; and
 * the row lets go of it before it is deleted. So a file that no row names is of no use to anybody, and a row whose file is missing or
 * short tells of a disk that lost something. A file is named by the digest of what is in it: no two are ever written under one name.
 */
public final class PartFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PartFiles.class);
    private static final String END = ".part";
    private static final int NAME_BYTES = 16;

    private final Disk disk;
    private final Path folder;
    private volatile boolean doubtful;

    /** The parts in that folder, which is made where it is not. */
    public PartFiles(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            disk.sync(folder.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the sealed parts cannot be made", e);
        }
    }

    /** The name of a part by its SM3. */
    public static String named(byte[] sum) {
        return HexFormat.of().formatHex(sum, 0, NAME_BYTES) + END;
    }

    /**
     * Keeps parts, all or none; on return they are safe.
     *
     * @return their names, in order
     * @throws IOException if the disk does not take them
     */
    public List<String> keep(List<byte[]> parts) throws IOException {
        List<String> names = new ArrayList<>();
        boolean kept = false;
        try {
            for (byte[] part : parts) {
                String name = named(Sm3.of(part));
                names.add(name);
                disk.write(folder.resolve(name + ".new"), part);
                disk.rename(folder.resolve(name + ".new"), folder.resolve(name));
            }
            if (!parts.isEmpty()) {
                disk.sync(folder);
            }
            kept = true;
            return names;
        } finally {
            if (!kept) {
                names.forEach(name -> letGo(name + ".new"));
                names.forEach(this::letGo);
            }
        }
    }

    /** Whether a part is here with that many bytes, as far as the disk tells: only what is gone, or has another length, is lost. */
    public boolean whole(String name, long length) {
        try {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
            return file.isRegularFile() && file.size() == length;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            LOG.warn("the disk does not tell of a part: {}", e.getClass().getSimpleName());
            return true;
        }
    }

    /**
     * A piece of a part; an interrupt, which is how the program ends, does not end it and tells nothing of the disk.
     *
     * @return as many bytes as are there, at most {@code most}
     * @throws IOException if the disk does not give them
     */
    public byte[] piece(String name, long from, int most) throws IOException {
        boolean read = false;
        try {
            byte[] bytes = disk.read(folder.resolve(name), from, most);
            read = true;
            return bytes;
        } finally {
            if (!read && Files.isRegularFile(folder.resolve(name))) {
                doubtful = true;
            }
        }
    }

    /** Whether the disk did not give a part since it was last tried out. */
    public boolean doubtful() {
        return doubtful;
    }

    /**
     * Writes something small and reads it back. A disk of which one place cannot be read any more is as good as before for everything else.
     *
     * @throws IOException if the disk does not take it, or does not give it back
     */
    public void tryOut(byte[] something) throws IOException {
        List<String> names = keep(List.of(something));
        try {
            for (String name : names) {
                if (!Arrays.equals(disk.read(folder.resolve(name), 0, something.length), something)) {
                    throw new IOException("the disk gives something else than it took");
                }
            }
            doubtful = false;
        } finally {
            names.forEach(this::letGo);
        }
    }

    /** Deletes a part that no row names; what cannot be deleted is collected at the next start. */
    public void letGo(String name) {
        try {
            disk.delete(folder.resolve(name));
        } catch (IOException e) {
            LOG.warn("a part that is no longer needed cannot be deleted");
        }
    }

    /** Moves all but the named to another folder. */
    public void moveAside(Set<String> named, Path to) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> orphans = files.filter(
                            it -> !named.contains(it.getFileName().toString()))
                    .toList();
            if (!orphans.isEmpty()) {
                Files.createDirectories(to);
                disk.sync(to.toAbsolutePath().resolveSibling(""));
            }
            for (Path each : orphans) {
                disk.rename(each, to.resolve(each.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the parts of a damaged store cannot be moved aside", e);
        }
    }

    /** Deletes all but the named: what was written and never named, or let go and not yet deleted. */
    public void collect(Set<String> named) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> orphans = files.map(it -> it.getFileName().toString())
                    .filter(it -> !named.contains(it))
                    .toList();
            orphans.forEach(this::letGo);
            LOG.debug("{} parts without a row", orphans.size());
        } catch (IOException e) {
            LOG.warn("the folder of the sealed parts cannot be read");
        }
    }
}
