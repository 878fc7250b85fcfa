package kiosk.sync.draft;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import kiosk.sync.disk.Disk;

/**
 * Files that are there whole or not at all, whenever the power goes: written beside their place, forced to the disk, renamed, and the
 * folder forced to the disk. They are for their owner alone. An interrupt, which is how the program ends, ends nothing that is begun: a
 * channel it would close.
 */
final class Durable {
    /** How a file is named that is being written. */
    static final String UNFINISHED = ".part";

    private static final int BUFFER = 1 << 16;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Durable() {}

    /** What is written. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file in the place of the one before; when it returns, it is on disk. What fails leaves the one before. */
    static void write(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try {
            create(unfinished);
            try (FileOutputStream bytes = new FileOutputStream(unfinished.toFile());
                    OutputStream out = new BufferedOutputStream(bytes, BUFFER)) {
                content.writeTo(out);
                out.flush();
                bytes.getFD().sync();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Disk.real().sync(file.toAbsolutePath().resolveSibling(""));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, OWNER_ALONE);
        } else {
            Files.createFile(file);
        }
    }

    /** Deletes a file for good: its first bytes, without which the rest is noise, are overwritten before its name goes. */
    static void destroy(Path file, int head) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.write(new byte[head]);
                bytes.getFD().sync();
            }
        }
        Files.deleteIfExists(file);
        Disk.real().sync(file.toAbsolutePath().resolveSibling(""));
    }
}
