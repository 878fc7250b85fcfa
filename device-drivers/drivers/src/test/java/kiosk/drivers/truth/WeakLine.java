package kiosk.drivers.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A line between driver and printer that lets short questions through and, when told so, no document: it swallows or cuts it. */
final class WeakLine implements AutoCloseable {
    private static final int LONGEST_QUESTION = 16_384;

    private final ServerSocket server;
    private final InetSocketAddress printer;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.STRONG;
    private final AtomicLong swallowed = new AtomicLong();

    /** What the line does with a long request. */
    enum Mood {
        STRONG,
        /** Takes every byte and passes none on. */
        SWALLOWS,
        /** Hangs up in the middle. */
        CUTS
    }

    /** A line to a printer on that port of the loopback interface. */
    WeakLine(int printerPort) {
        this.printer = new InetSocketAddress(InetAddress.getLoopbackAddress(), printerPort);
        try {
            server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void mood(Mood now) {
        mood = now;
    }

    /** Bytes that went nowhere so far. */
    long swallowed() {
        return swallowed.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "weak-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                sockets.add(near);
                daemon(() -> connect(near));
            }
        } catch (IOException closed) {
            hangUp();
        }
    }

    private void connect(Socket near) {
        try (near;
                Socket far = new Socket()) {
            far.connect(printer, 1000);
            daemon(() -> carryBack(far, near));
            carry(near, far);
        } catch (IOException brokenOff) {
            sockets.remove(near);
        }
    }

    private void carry(Socket near, Socket far) throws IOException {
        InputStream in = near.getInputStream();
        OutputStream out = far.getOutputStream();
        byte[] bytes = new byte[8192];
        long sinceAnswer = 0;
        for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
            sinceAnswer = got < bytes.length && sinceAnswer < LONGEST_QUESTION ? got : sinceAnswer + got;
            if (mood == Mood.STRONG || sinceAnswer <= LONGEST_QUESTION) {
                out.write(bytes, 0, got);
            } else if (mood == Mood.CUTS) {
                return;
            } else {
                swallowed.addAndGet(got);
            }
        }
    }

    private void carryBack(Socket far, Socket near) {
        try (near) {
            far.getInputStream().transferTo(near.getOutputStream());
        } catch (IOException brokenOff) {
            sockets.remove(near);
        }
    }

    private void hangUp() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
