package kiosk.sync.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the platform's key lies while the line is down: the last one the platform announced, else the one the terminal was
 * delivered with. The file holds the key as Base64 and nothing else; one that does not hold a key counts as none.
 */
public final class KeyShelf {
    private static final int LONGEST_FILE = 1024;

    private final Path file;
    private volatile Optional<PlatformKey> current;

    /**
     * Opens the shelf.
     *
     * @param file where the announced key is kept
     * @param delivered the file the terminal was delivered with
     */
    public KeyShelf(Path file, Optional<Path> delivered) {
        this.file = file;
        this.current = Stream.concat(Stream.of(file), delivered.stream())
                .flatMap(it -> read(it).stream())
                .findFirst();
    }

    /** The key to seal to. */
    public Optional<PlatformKey> current() {
        return current;
    }

    /** Keeps a key the platform announced, for good: it survives a crash at any moment, whole or not at all. */
    public synchronized void keep(PlatformKey announced) {
        if (current.equals(Optional.of(announced)) && Files.exists(file)) {
            return;
        }
        current = Optional.of(announced);
        try {
            write(announced.base64());
        } catch (IOException e) {
            throw new UncheckedIOException("the platform's key could not be written to the disk", e);
        }
    }

    private void write(String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<PlatformKey> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return PlatformKey.parse(new String(in.readNBytes(LONGEST_FILE), StandardCharsets.US_ASCII));
        } catch (IOException unreadableIsAbsent) {
            return Optional.empty();
        }
    }
}
