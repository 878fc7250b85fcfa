package kiosk.demo.world;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line between kiosk and platform: it can be cut, with everything under way on it, and mended on the same address. */
public final class Line implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final URI farEnd;
    private final ServerSocket door;
    private final Set<Socket> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    /** A line to that end, on a free port. */
    public Line(URI farEnd) {
        this.farEnd = farEnd;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the line", e);
        }
        daemon("line", this::answerCalls);
    }

    /** Where the kiosk calls. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Cuts the line: calls under way break, and new ones are reset. The port is kept: another program would take it. */
    public void cut() {
        whole = false;
        calls.forEach(Line::closeQuietly);
        calls.clear();
    }

    /** Mends the line; harmless if it is whole. */
    public void mend() {
        whole = true;
    }

    private void answerCalls() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                near.setSoLinger(true, 0);
                calls.add(near);
                Socket far = new Socket(farEnd.getHost(), farEnd.getPort());
                calls.add(far);
                if (whole) {
                    daemon("line-there", () -> carry(near, far));
                    daemon("line-back", () -> carry(far, near));
                } else {
                    cut();
                }
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

    private static void closeQuietly(Closeable open) {
        try {
            open.close();
        } catch (IOException alreadyGone) {
            LOG.debug("an end of the line was gone already");
        }
    }

    @Override
    public void close() {
        closeQuietly(door);
        cut();
    }
}
