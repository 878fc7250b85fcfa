package kiosk.emulators.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Listens on a loopback port, a thread for each client; can be stopped and started on the same port. */
public final class LoopbackServer {
    private final String name;
    private final Service service;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listening;
    private @Nullable Thread accepting;
    private int port;

    /** What is done for a client until he is gone. */
    public interface Service {
        void serve(Socket client) throws IOException;
    }

    /** Not started yet; port 0 takes one that is free. */
    public LoopbackServer(String name, int port, Service service) {
        this.name = name;
        this.service = service;
        this.port = port;
    }

    /** Listens, if it does not. @throws UncheckedIOException if the port is taken */
    public synchronized void start() {
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

    /** Where it listens, or did. */
    public synchronized int port() {
        return port;
    }

    /** Ends all conversations and frees the port. */
    public synchronized void stop() {
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
        try (client) {
            service.serve(client);
        } catch (IOException clientGone) {
            // nobody left to answer
        } finally {
            clients.remove(client);
        }
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
