package kiosk.demo.diagnosis;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import kiosk.sync.channel.PlatformAddress;

/** A platform behind TLS whose certificate, made by the JDK's keytool, ended ten days ago. */
final class ExpiredDoor implements AutoCloseable {
    private static final String SECRET = "secret";

    private final HttpsServer server;
    private final Path authority;

    ExpiredDoor(Path folder) throws Exception {
        Path keys = folder.resolve("platform.p12");
        keytool(keys, "-alias authority -dname CN=authority -ext bc:c -startdate -30d -validity 90");
        keytool(
                keys,
                "-alias platform -dname CN=platform -ext san=ip:127.0.0.1 -startdate -20d -validity 10 -signer"
                        + " authority");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, SECRET.toCharArray());
        }
        String pem = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate("authority").getEncoded());
        authority = Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
        store.deleteEntry("authority");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    private static void keytool(Path keys, String how) throws Exception {
        ProcessBuilder tool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC");
        tool.command().addAll(List.of(how.split(" ")));
        tool.command().addAll(List.of("-keystore", keys.toString(), "-storepass", SECRET));
        if (tool.redirectErrorStream(true).start().waitFor() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
    }

    /** Whom the terminal trusts. */
    Path authority() {
        return authority;
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
