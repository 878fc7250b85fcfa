package kiosk.sync.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A line to a server, on a port of its own, that has a mishap ready for each connection. */
public final class BadLine implements AutoCloseable {
    private static final int PIECE = 8192;
    private static final int DRIBBLE = 7;
    private static final String HANDED_IN = "PUT /v1/submissions/";
    private static final int BEFORE_THE_VERSION = "01234567-0123-".length();

    private final URI far;
    private final IntFunction<Mishap> mishaps;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** A line whose connections, counted from 0, have these mishaps. */
    public BadLine(URI far, IntFunction<Mishap> mishaps) {
        this.far = far;
        this.mishaps = mishaps;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pumps.execute(this::receive);
    }

    /** Where the line begins. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    /** Breaks every connection there is. */
    public void hangUp() {
        open.removeIf(BadLine::closed);
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                connect(door.accept(), mishaps.apply(connections.getAndIncrement()));
            } catch (IOException closedOrRefused) {
                refused.incrementAndGet();
            }
        }
    }

    private void connect(Socket near, Mishap mishap) throws IOException {
        keep(near);
        if (mishap.kind() == Mishap.Kind.REFUSED) {
            reset(near);
        } else if (mishap.kind() != Mishap.Kind.SILENCE) {
            Socket there = new Socket();
            keep(there);
            there.connect(new InetSocketAddress(far.getHost(), far.getPort()), 2000);
            Pump out = new Pump(near, there, mishap.ofTheRequest() ? mishap : Mishap.NONE);
            Pump back = new Pump(there, near, mishap.ofTheRequest() ? Mishap.NONE : mishap);
            pumps.execute(out);
            pumps.execute(back);
        }
    }

    /** Who closes the line closes what is here by then; what comes later finds it closed. */
    private void keep(Socket socket) {
        open.add(socket);
        if (door.isClosed()) {
            close(socket);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** One direction of a connection. */
    private record Pump(Socket from, Socket to, Mishap mishap) implements Runnable {
        @Override
        public void run() {
            try {
                pump(from.getInputStream(), to.getOutputStream());
            } catch (IOException broken) {
                close(from);
                close(to);
            }
        }

        private void pump(InputStream in, OutputStream out) throws IOException {
            byte[] piece = new byte[mishap.kind() == Mishap.Kind.ANSWER_DRIBBLES ? DRIBBLE : PIECE];
            int passed = 0;
            boolean done = mishap.kind() == Mishap.Kind.NONE;
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                int left = mishap.kind() == Mishap.Kind.ADDRESS_FLIPPED
                        ? version(new String(piece, 0, n, StandardCharsets.ISO_8859_1))
                        : mishap.after() - passed;
                boolean now = !done && left >= 0 && left < n;
                done |= now;
                if (now && mishap.bit() != 0) {
                    piece[left] ^= (byte) mishap.bit();
                } else if (now && mishap.kind() != Mishap.Kind.ANSWER_DRIBBLES) {
                    out.write(piece, 0, left);
                    end();
                    return;
                }
                out.write(piece, 0, n);
                passed += n;
            }
            to.shutdownOutput();
        }

        /** Where the version of an id stands in the address of what is handed in; -1 where nothing is. */
        private static int version(String piece) {
            int at = piece.indexOf(HANDED_IN);
            return at < 0 ? -1 : at + HANDED_IN.length() + BEFORE_THE_VERSION;
        }

        private void end() throws IOException {
            switch (mishap.kind()) {
                case ANSWER_RESET -> {
                    reset(to);
                    close(from);
                }
                case ANSWER_HALF_CLOSED -> to.shutdownOutput();
                default -> {
                    close(to);
                    close(from);
                }
            }
        }
    }

    private static boolean closed(Socket socket) {
        close(socket);
        return true;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        hangUp();
        pumps.shutdownNow();
        try {
            if (!pumps.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the line does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
