package kiosk.emulators.smartcard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Serves a slot on a loopback port to as many clients as ask, and can be stopped and started on the same port. */
final class SlotServer {
    private final CardSlot slot;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;
    private @Nullable Thread accepting;
    private int port;

    SlotServer(CardSlot slot, int port) {
        this.slot = slot;
        this.port = port;
    }

    synchronized void start() {
        if (listening != null) {
            return;
        }
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = server.getLocalPort();
            listening = server;
            accepting = daemon(() -> accept(server));
        } catch (IOException portTaken) {
            throw new UncheckedIOException("cannot listen on loopback port " + port, portTaken);
        }
    }

    synchronized int port() {
        return port;
    }

    synchronized void stop() {
        ServerSocket server = listening;
        listening = null;
        if (server == null) {
            return;
        }
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException stillOpen) {
            throw new UncheckedIOException("cannot close loopback port " + port, stillOpen);
        }
        awaitEndOf(accepting);
    }

    /** The port is free only once the thread has come back that waits at it. */
    private static void awaitEndOf(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join(2000);
            }
        } catch (InterruptedException askedToStop) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                clients.add(client);
                daemon(() -> serve(client));
                if (server.isClosed()) {
                    client.close();
                }
            }
        } catch (IOException stopped) {
            // the port is closed: nobody more to serve
        }
    }

    private void serve(Socket client) {
        try (client;
                VpcdWire wire = new VpcdWire(client.getInputStream(), client.getOutputStream(), client)) {
            new SlotService(slot, wire).serve();
        } catch (IOException clientGone) {
            // nobody left to answer
        } finally {
            clients.remove(client);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "social-card-emulator");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
