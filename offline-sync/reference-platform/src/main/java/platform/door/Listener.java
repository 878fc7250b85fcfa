package platform.door;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A loopback port with a fixed number of threads behind it; the line of whoever finds neither one of these nor a place to wait is cut. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final int QUEUED = 64;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    private Listener(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Listens from now on; port 0 takes a free one. */
    public static Listener open(int port, int threadCount, HttpHandler handler) throws IOException {
        return listening(HttpServer.create(at(port), BACKLOG), threadCount, handler);
    }

    /** The same behind TLS 1.3; a client is asked for its certificate, and the handler says what it is good for. */
    public static Listener openTls(int port, int threadCount, HttpHandler handler, SSLContext context)
            throws IOException {
        HttpsServer server = HttpsServer.create(at(port), BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setProtocols(new String[] {"TLSv1.3"});
                tls.setWantClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        return listening(server, threadCount, handler);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Listener listening(HttpServer server, int threadCount, HttpHandler handler) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                threadCount,
                threadCount,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUED),
                task -> new Thread(task, "platform-" + server.getAddress().getPort()),
                new ThreadPoolExecutor.AbortPolicy());
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return new Listener(server, threads);
    }

    public URI uri() {
        return URI.create((server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
