package kiosk.emulators.escpos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A raw TCP port of the loopback interface that serves one connection at a time, as such printers do. */
final class TcpCarrier implements Carrier {
    private static final long MOMENT = 5_000_000;

    private final int port;
    private @Nullable ServerSocket server;
    private @Nullable Socket peer;

    TcpCarrier(int wanted) {
        this.port = listen(wanted);
    }

    private synchronized int listen(int wanted) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1);
            server = opened;
            return opened.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("the emulated printer's port cannot be opened", e);
        }
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public int read(byte[] into, Duration wait) {
        int millis = Math.max(1, (int) wait.toMillis());
        try {
            Socket socket = peer(millis);
            if (socket == null) {
                return 0;
            }
            socket.setSoTimeout(millis);
            int got = socket.getInputStream().read(into);
            if (got < 0) {
                drop(socket);
            }
            return Math.max(0, got);
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            hangUp();
            LockSupport.parkNanos(MOMENT);
            return 0;
        }
    }

    private @Nullable Socket peer(int millis) throws IOException {
        ServerSocket listening;
        synchronized (this) {
            if (peer != null) {
                return peer;
            }
            listening = server;
        }
        if (listening == null) {
            throw new SocketException("the cable is out");
        }
        listening.setSoTimeout(millis);
        Socket accepted = listening.accept();
        accepted.setTcpNoDelay(true);
        synchronized (this) {
            peer = accepted;
        }
        return accepted;
    }

    private synchronized void drop(Socket socket) throws IOException {
        socket.close();
        if (peer == socket) {
            peer = null;
        }
    }

    private synchronized void hangUp() {
        try {
            if (peer != null) {
                drop(peer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a connection cannot even be closed", e);
        }
    }

    @Override
    public void write(byte[] bytes) {
        Socket socket;
        synchronized (this) {
            socket = peer;
        }
        if (socket != null) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                hangUp();
            }
        }
    }

    @Override
    public synchronized void cableOut() {
        try {
            if (server != null) {
                server.close();
                server = null;
            }
            if (peer != null) {
                drop(peer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the port cannot even be closed", e);
        }
    }

    @Override
    public synchronized void cableIn() {
        if (server == null) {
            listen(port);
        }
    }

    @Override
    public void close() {
        cableOut();
    }
}
