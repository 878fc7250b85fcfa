package kiosk.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running shell's door for the {@code kiosk} command: a unix socket in the data folder, for its owner alone. Whoever connects is
 * told the check report; nothing is read from them.
 */
final class ShellSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShellSocket.class);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Path path;
    private final ServerSocketChannel door;
    private final Supplier<CheckReport> report;

    ShellSocket(Path dataFolder, Supplier<CheckReport> report) {
        this.path = pathIn(dataFolder);
        this.report = report;
        try {
            Files.deleteIfExists(path);
            door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder takes no socket", e);
        }
        Thread porter = new Thread(this::answer, "shell-socket");
        porter.setDaemon(true);
        porter.start();
    }

    private static Path pathIn(Path dataFolder) {
        return dataFolder.resolve("kiosk.sock");
    }

    private void answer() {
        while (door.isOpen()) {
            try (SocketChannel caller = door.accept()) {
                ByteBuffer text = ByteBuffer.wrap(report.get().text().getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    caller.write(text);
                }
            } catch (AsynchronousCloseException closing) {
                LOG.debug("the shell's socket is closed");
            } catch (IOException callerLeft) {
                LOG.info("a caller of the shell's socket left early");
            }
        }
    }

    /** What the shell that runs on this data folder says; empty if none runs. */
    static Optional<CheckReport> ask(Path dataFolder) {
        try (SocketChannel call = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            call.connect(UnixDomainSocketAddress.of(pathIn(dataFolder)));
            ByteBuffer text = ByteBuffer.allocate(LONGEST_ANSWER);
            int read = 0;
            while (read >= 0 && text.hasRemaining()) {
                read = call.read(text);
            }
            return Optional.of(CheckReport.parse(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8)));
        } catch (IOException noShellRuns) {
            LOG.debug("no shell runs on the data folder");
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the socket could not be removed", e);
        }
    }
}
