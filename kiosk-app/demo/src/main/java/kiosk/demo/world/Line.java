package kiosk.demo.world;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line between kiosk and platform: it can be cut, with everything under way on it, and mended on the same address. */
public final class Line implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final URI farEnd;
    private final int port;
    private final Set<Socket> calls = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;

    /** A line to that end, on a free port. */
    public Line(URI farEnd) {
        this.farEnd = farEnd;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the line", e);
        }
        mend();
    }

    /** Where the kiosk calls. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Cuts the line: calls under way break, new ones are refused. */
    public synchronized void cut() {
        closeQuietly(door);
        door = null;
        calls.forEach(Line::closeQuietly);
        calls.clear();
    }

    /** Mends the line; harmless if it is whole. */
    public synchronized void mend() {
        if (door != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
            door = opened;
            daemon("line", () -> answerCalls(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("the line's port is taken", e);
        }
    }

    private void answerCalls(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket near = opened.accept();
                Socket far = new Socket(farEnd.getHost(), farEnd.getPort());
                calls.add(near);
                calls.add(far);
                daemon("line-there", () -> carry(near, far));
                daemon("line-back", () -> carry(far, near));
            } catch (IOException cutOrFarEndGone) {
                LOG.debug(
                        "a call on the line ended: {}",
                        cutOrFarEndGone.getClass().getSimpleName());
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            closeQuietly(to);
        } finally {
            calls.remove(from);
            calls.remove(to);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(@Nullable Closeable open) {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException alreadyGone) {
            LOG.debug("an end of the line was gone already");
        }
    }

    @Override
    public void close() {
        cut();
    }
}
