package kiosk.desktop.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running shell's door for the {@code kiosk} command: a unix socket in the data folder, for its owner alone. Whoever connects says
 * in one line, at most a hundred bytes, what they want to know, and is answered with text until the connection ends. A few are answered
 * at once: a diagnosis takes long, and nobody who only checks waits for it.
 */
public final class ShellSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShellSocket.class);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_REQUEST = 100;
    private static final Duration REQUEST_COMES_WITHIN = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 4;
    private static final Duration REST = Duration.ofMillis(200);

    private final Path path;
    private final ServerSocketChannel door;
    private final UnaryOperator<String> answers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService clerks =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), ShellSocket::daemon);

    private ShellSocket(Path path, UnaryOperator<String> answers) throws IOException {
        this.path = path;
        this.answers = answers;
        Files.deleteIfExists(path);
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        daemon(this::answer).start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "shell-socket");
        thread.setDaemon(true);
        return thread;
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
            try {
                hand(door.accept());
            } catch (AsynchronousCloseException closing) {
                LOG.debug("the shell's socket is closed");
            } catch (IOException notTaken) {
                LOG.warn("a caller of the shell's socket was not taken: {}", notTaken.getMessage());
                rest();
            }
        }
    }

    /** To a clerk; where all are busy, the caller is sent away at once. */
    private void hand(SocketChannel caller) throws IOException {
        try {
            clerks.execute(() -> answer(caller));
        } catch (RejectedExecutionException allBusy) {
            LOG.warn("a caller of the shell's socket was sent away: too many ask at once");
            caller.close();
        }
    }

    private void answer(SocketChannel connected) {
        try (SocketChannel caller = connected) {
            String request = request(caller);
            if (request.isEmpty()) {
                return;
            }
            caller.configureBlocking(true);
            ByteBuffer text = ByteBuffer.wrap(answers.apply(request).getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                caller.write(text);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException notAnswered) {
            LOG.warn("a caller of the shell's socket was not answered: {}", notAnswered.getMessage());
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
            ByteBuffer line = ByteBuffer.allocate(LONGEST_REQUEST);
            boolean whole = read(caller, words, line, REQUEST_COMES_WITHIN);
            LOG.debug("asked, and the line ended: {}", whole);
            return said(line).strip();
        }
    }

    /** Whether a shell runs on this data folder; it is asked nothing. */
    public static boolean isAnswered(Path dataFolder) {
        return call(dataFolder, call -> "").isPresent();
    }

    /**
     * What the shell that runs on this data folder answers; empty if none runs.
     *
     * @param request one line, at most a hundred bytes
     * @throws UncheckedIOException if one may run, and does not answer in time
     */
    public static Optional<String> ask(Path dataFolder, String request, Duration patience) {
        return call(dataFolder, call -> asked(call, request, patience));
    }

    /** What is done with a shell that takes the call. */
    private interface Talk {
        String with(SocketChannel call) throws IOException;
    }

    /** Talks to the shell; nobody is there where there is no socket, or one that nobody listens at any more. */
    private static Optional<String> call(Path dataFolder, Talk talk) {
        Path path = pathIn(dataFolder);
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try (SocketChannel call = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            call.connect(UnixDomainSocketAddress.of(path));
            return Optional.of(talk.with(call));
        } catch (ConnectException refused) {
            return Optional.empty();
        } catch (IOException silent) {
            throw new UncheckedIOException(
                    "the shell runs but did not answer; try again (" + silent.getMessage() + ")", silent);
        }
    }

    private static String asked(SocketChannel call, String request, Duration patience) throws IOException {
        call.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
        call.shutdownOutput();
        call.configureBlocking(false);
        try (Selector answers = Selector.open()) {
            call.register(answers, SelectionKey.OP_READ);
            ByteBuffer text = ByteBuffer.allocate(LONGEST_ANSWER);
            if (read(call, answers, text, patience) && text.position() > 0) {
                return said(text);
            }
        }
        throw new SocketTimeoutException("no answer, or half of one");
    }

    /** All that comes until the far end is done, as much as fits; whether that was in time. */
    private static boolean read(SocketChannel from, Selector selector, ByteBuffer text, Duration patience)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        int read = 0;
        while (read >= 0 && text.hasRemaining() && left > 0) {
            selector.select(left);
            selector.selectedKeys().clear();
            read = from.read(text);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return read < 0 || !text.hasRemaining();
    }

    private static String said(ByteBuffer text) {
        return StandardCharsets.UTF_8.decode(text.flip()).toString();
    }

    @Override
    public void close() {
        closed.countDown();
        clerks.shutdownNow();
        try {
            door.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the socket could not be removed", e);
        }
    }
}
