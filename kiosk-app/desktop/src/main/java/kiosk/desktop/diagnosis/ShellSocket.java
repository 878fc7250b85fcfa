package kiosk.desktop.diagnosis;

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
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running shell's door for the {@code kiosk} command: a unix socket in the data folder, for its owner alone. Whoever connects says
 * in one line, at most a hundred bytes, what they want to know, and is answered with text until the connection ends.
 */
public final class ShellSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShellSocket.class);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_REQUEST = 100;
    private static final Duration REQUEST_COMES_WITHIN = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofMillis(200);

    private final Path path;
    private final ServerSocketChannel door;
    private final UnaryOperator<String> answers;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ShellSocket(Path path, UnaryOperator<String> answers) throws IOException {
        this.path = path;
        this.answers = answers;
        Files.deleteIfExists(path);
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Thread porter = new Thread(this::answer, "shell-socket");
        porter.setDaemon(true);
        porter.start();
    }

    /** Opens the door; without one, where the folder takes no socket (its path may be too long), the shell runs all the same. */
    public static Optional<ShellSocket> open(Path dataFolder, UnaryOperator<String> answers) {
        try {
            return Optional.of(new ShellSocket(pathIn(dataFolder), answers));
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
                String request = request(caller);
                caller.configureBlocking(true);
                ByteBuffer text = ByteBuffer.wrap(answers.apply(request).getBytes(StandardCharsets.UTF_8));
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

    /** The caller's line; what there is of it where it does not end in time. */
    private static String request(SocketChannel caller) throws IOException {
        try (Selector words = Selector.open()) {
            caller.configureBlocking(false);
            caller.register(words, SelectionKey.OP_READ);
            return read(caller, words, LONGEST_REQUEST, REQUEST_COMES_WITHIN).strip();
        }
    }

    /**
     * What the shell that runs on this data folder answers; empty if none runs, or it says nothing in time.
     *
     * @param request one line, at most a hundred bytes
     */
    public static Optional<String> ask(Path dataFolder, String request, Duration patience) {
        try (SocketChannel call = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector answers = Selector.open()) {
            call.connect(UnixDomainSocketAddress.of(pathIn(dataFolder)));
            call.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
            call.shutdownOutput();
            call.configureBlocking(false);
            call.register(answers, SelectionKey.OP_READ);
            String text = read(call, answers, LONGEST_ANSWER, patience);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException | UnsupportedOperationException noShellRuns) {
            LOG.debug("no shell runs on the data folder");
            return Optional.empty();
        }
    }

    /** All that comes until the far end is done, as much as fits. */
    private static String read(SocketChannel from, Selector selector, int most, Duration patience) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(most);
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        int read = 0;
        while (read >= 0 && text.hasRemaining() && left > 0) {
            selector.select(left);
            selector.selectedKeys().clear();
            read = from.read(text);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
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
