package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    private static final char[] SECRET = "secret".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/v1/status", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Platform-Version", "1");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPlatformWhoseAuthorityIsTrustedIsSpokenTo() throws Exception {
        Path authority = serveAs("127.0.0.1", Duration.ofDays(1));
        assertThat(asked(Optional.of(authority))).isInstanceOf(Reply.Success.class);
    }

    @Test
    void aStrangerIsNotSpokenTo() throws Exception {
        serveAs("127.0.0.1", Duration.ofDays(1));
        assertThat(asked(Optional.empty())).isEqualTo(new Reply.NoAnswer());
    }

    @Test
    void aCertificateOfAnotherHostIsNotTaken() throws Exception {
        Path authority = serveAs("10.1.2.3", Duration.ofDays(1));
        assertThat(asked(Optional.of(authority))).isEqualTo(new Reply.NoAnswer());
    }

    @Test
    void anExpiredCertificateIsNotTaken() throws Exception {
        Path authority = serveAs("127.0.0.1", Duration.ofDays(-1));
        assertThat(asked(Optional.of(authority))).isEqualTo(new Reply.NoAnswer());
    }

    @Test
    void aFileWithoutAnAuthorityIsSaidAtTheStart() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        assertThatIllegalArgumentException().isThrownBy(() -> Trust.of(Optional.of(empty)));
        Assertions.assertThatThrownBy(() -> Trust.of(Optional.of(folder.resolve("missing.pem"))))
                .isInstanceOf(UncheckedIOException.class);
    }

    private Reply asked(Optional<Path> authorities) throws InterruptedException {
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        try (Wire wire = new Wire(new PlatformAddress(uri), "K001", Trust.of(authorities))) {
            return wire.ask(Question.of("GET", "/v1/status", Duration.ofSeconds(10)));
        }
    }

    /** Serves with a certificate for that host, and answers the file of the authority that made it. */
    private Path serveAs(String host, Duration validFor) throws Exception {
        KeyPair authority = pair();
        KeyPair leaf = pair();
        X509Certificate root = certificate("authority", authority, authority, "10.0.0.1", Duration.ofDays(1));
        X509Certificate certificate = certificate("platform", leaf, authority, host, validFor);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("server", leaf.getPrivate(), SECRET, new X509Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        String pem = Base64.getMimeEncoder().encodeToString(root.getEncoded());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String name, KeyPair subject, KeyPair issuer, String host, Duration validFor) throws Exception {
        Instant end = Instant.now().plus(validFor);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=authority"),
                BigInteger.valueOf(name.length()),
                Date.from(end.minus(Duration.ofDays(9))),
                Date.from(end),
                new X500Name("CN=" + name),
                subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject == issuer));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, host)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }
}
