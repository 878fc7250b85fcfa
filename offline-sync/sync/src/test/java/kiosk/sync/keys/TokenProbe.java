package kiosk.sync.keys;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import kiosk.sync.Certificates;
import kiosk.sync.channel.CertificateRequest;
import kiosk.sync.channel.JsseChannel;
import kiosk.sync.seal.Signer;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A process that works with a token: the library reads its configuration once in a process's life, from the environment. */
final class TokenProbe {
    private TokenProbe() {}

    public static void main(String[] given) throws Exception {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(given[0]);
        Pkcs11Keys.Token token = new Pkcs11Keys.Token(SoftToken.MODULE, 0, folder.resolve("pin"));
        try (Pkcs11Keys keys = new Pkcs11Keys(token)) {
            PrivateKey secret = keys.tls().getPrivate();
            said.println(
                    "tls " + HexFormat.of().formatHex(keys.tls().getPublic().getEncoded()));
            said.println("leaves " + (secret.getEncoded() != null));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(secret);
            signature.update(new byte[10]);
            byte[] made = signature.sign();
            signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(keys.tls().getPublic());
            signature.update(new byte[10]);
            said.println("signs " + signature.verify(made));
            PKCS10CertificationRequest request =
                    new PKCS10CertificationRequest(CertificateRequest.of("K001", keys.tls()));
            said.println("requests "
                    + request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .build(keys.tls().getPublic())));
            Signer signer = SigningKey.in(folder.resolve("signing.key"), keys);
            said.println("key " + signer.publicKey().id());
            said.println("verifies " + signer.publicKey().verifies(new byte[3], signer.sign(new byte[3])));
            said.println("clear " + (Files.size(folder.resolve("signing.key")) == 32));
            byte[] spoilt = Files.readAllBytes(folder.resolve("signing.key"));
            spoilt[20] ^= 1;
            said.println("spoilt " + refused(keys, spoilt) + " " + refused(keys, new byte[5]));
            said.println("certified " + keys.certificate().size());
            if (given.length > 1) {
                List<X509Certificate> chain = Chain.in(Path.of(given[1]));
                keys.keep(chain);
                said.println("kept " + keys.certificate().equals(chain));
                said.println("shows " + shown(keys, folder));
            }
        }
    }

    /** Whom a server sees that asks for a certificate. */
    private static String shown(Pkcs11Keys keys, Path folder) throws Exception {
        Certificates authority = new Certificates();
        Instant now = Instant.now();
        SSLContext context = authority.server("127.0.0.1", now.minusSeconds(60), now.plusSeconds(3600));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = getSSLContext().getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        });
        server.createContext("/", exchange -> {
            String peer = ((HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName();
            exchange.getResponseHeaders().set("Peer", peer);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            JsseChannel channel = new JsseChannel(keys, Optional.of(authority.authorityIn(folder)));
            URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
            return HttpClient.newBuilder()
                    .sslContext(channel.context())
                    .build()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Peer")
                    .orElse("nobody");
        } finally {
            server.stop(0);
        }
    }

    private static boolean refused(Pkcs11Keys keys, byte[] wrapped) {
        try {
            keys.unwrap(wrapped);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
