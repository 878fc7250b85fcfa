package kiosk.sync.survey;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import javax.net.ssl.SSLContext;
import kiosk.sync.channel.PlatformAddress;

/** A platform behind TLS that says how it is, and what time it has. */
final class SecureDoor implements AutoCloseable {
    private final HttpsServer server;

    SecureDoor(SSLContext context, Instant time) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/v1/status", exchange -> {
            String json = "{\"time\": \"" + time.atZone(ZoneId.of("UTC")).toOffsetDateTime()
                    + "\", \"departments\": {\"tax\": true}}";
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Platform-Version", "2");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    PlatformAddress address() {
        return new PlatformAddress(
                URI.create("https://127.0.0.1:" + server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
