package kiosk.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMillis(200);

    private final Path path;
    private final ServerSocketChannel door;
    private final Supplier<CheckReport> report;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ShellSocket(Path path, Supplier<CheckReport> report) throws IOException {
        this.path = path;
        this.report = report;
        Files.deleteIfExists(path);
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Thread porter = new Thread(this::answer, "shell-socket");
        porter.setDaemon(true);
        porter.start();
    }

    /** Opens the door; without one, where the folder takes no socket (its path may be too long), the shell runs all the same. */
    static Optional<ShellSocket> open(Path dataFolder, Supplier<CheckReport> report) {
        try {
            return Optional.of(new ShellSocket(pathIn(dataFolder), report));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "the data folder takes no socket; \"check\" will look at the devices by itself: {}",
                    e.getMessage());
            return Optional.empty();
        }
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
            } catch (IOException | UncheckedIOException | IllegalStateException notAnswered) {
                LOG.warn("a caller of the shell's socket was not answered: {}", notAnswered.getMessage());
                rest();
            }
        }
    }

    /** What fails at once would fail again at once. */
    private void rest() {
        try {
            if (closed.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the shell's socket is closed");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the shell that runs on this data folder says; empty if none runs, or it says nothing in time. */
    static Optional<CheckReport> ask(Path dataFolder) {
        try (SocketChannel call = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector answers = Selector.open()) {
            call.connect(UnixDomainSocketAddress.of(pathIn(dataFolder)));
            call.configureBlocking(false);
            call.register(answers, SelectionKey.OP_READ);
            String text = read(call, answers);
            return text.isEmpty() ? Optional.empty() : Optional.of(CheckReport.parse(text));
        } catch (IOException | UnsupportedOperationException noShellRuns) {
            LOG.debug("no shell runs on the data folder");
            return Optional.empty();
        }
    }

    private static String read(SocketChannel call, Selector answers) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_ANSWER);
        long end = System.nanoTime() + PATIENCE.toNanos();
        int read = 0;
        while (read >= 0 && text.hasRemaining() && System.nanoTime() < end) {
            answers.select(PATIENCE.toMillis());
            read = call.read(text);
        }
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            door.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the socket could not be removed", e);
        }
    }
}
