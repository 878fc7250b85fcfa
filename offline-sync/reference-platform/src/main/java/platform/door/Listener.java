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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A loopback port with a fixed number of places at work behind it, and a {@link Vestibule} before them. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final Duration A_SMALL_REQUEST_COMES = Duration.ofSeconds(10);

    private final HttpServer server;
    private final Vestibule vestibule;

    private Listener(HttpServer server, Vestibule vestibule) {
        this.server = server;
        this.vestibule = vestibule;
    }

    /** Listens from now on; port 0 takes a free one. */
    public static Listener open(int port, int places, HttpHandler handler) throws IOException {
        return listening(HttpServer.create(at(port), BACKLOG), places, handler);
    }

    /** The same behind TLS 1.3; a client is asked for its certificate, and the handler says what it is good for. */
    public static Listener openTls(int port, int places, HttpHandler handler, SSLContext context) throws IOException {
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
        return listening(server, places, handler);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Listener listening(HttpServer server, int places, HttpHandler handler) {
        AtomicInteger count = new AtomicInteger();
        Vestibule vestibule = new Vestibule(handler, places, A_SMALL_REQUEST_COMES, thread -> {
            thread.setName("platform-" + server.getAddress().getPort() + "-" + count.incrementAndGet());
            return thread;
        });
        server.setExecutor(vestibule);
        server.createContext("/", vestibule);
        server.start();
        return new Listener(server, vestibule);
    }

    public URI uri() {
        return URI.create((server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        vestibule.close();
    }
}
