package platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A platform behind mutual TLS, and terminals that come with a certificate or without. */
abstract class TlsPlatformTest extends PlatformTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char[] WORD = "test".toCharArray();

    @Override
    Plan plan() {
        return super.plan().withTlsOn(0).withTokens();
    }

    /** A key of P-256 and a request for a certificate on this name. */
    record Asking(KeyPair pair, String request) {
        static Asking as(String name) throws Exception {
            return of("secp256r1", name);
        }

        static Asking of(String curve, String name) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair pair = generator.generateKeyPair();
            byte[] request = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=" + name), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            return new Asking(pair, Base64.getEncoder().encodeToString(request));
        }
    }

    HttpClient client(KeyPair pair, List<Certificate> chain) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, WORD);
        if (!chain.isEmpty()) {
            own.setKeyEntry("own", pair.getPrivate(), WORD, chain.toArray(Certificate[]::new));
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, WORD);
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, WORD);
        believed.setCertificateEntry("ca", read(Files.readAllBytes(folder.resolve("tls-ca.pem"))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    static X509Certificate read(byte[] bytes) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    static List<Certificate> chain(HttpResponse<byte[]> answer) throws Exception {
        List<Certificate> chain = new ArrayList<>();
        for (JsonNode one : JSON.readTree(answer.body()).path("certificate")) {
            chain.add(read(Base64.getDecoder().decode(one.asText())));
        }
        return chain;
    }

    HttpResponse<byte[]> send(HttpClient client, String terminal, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.tlsUri().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Kiosk-Terminal", terminal)
                .header("Content-Type", "application/json");
        if (!body.isEmpty()) {
            request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> enrol(HttpClient client, String terminal, String token, String request) throws Exception {
        return enrol(client, terminal, new Wish(token, new Sealing.Signer(BigInteger.TEN), request));
    }

    /** What an enrolment asks for. */
    record Wish(String token, Sealing.Signer key, String request) {}

    HttpResponse<byte[]> enrol(HttpClient client, String terminal, Wish wish) throws Exception {
        return send(
                client,
                terminal,
                "/v1/terminal/enrolment",
                Map.of("token", wish.token(), "signingKey", Terminal.base64(wish.key()), "request", wish.request()));
    }

    HttpClient enrolledClient(String terminalName, Asking asking) throws Exception {
        terminal.control("POST", "/control/tokens", Map.of("terminal", terminalName, "token", "T-" + terminalName));
        HttpResponse<byte[]> welcome =
                enrol(client(asking.pair(), List.of()), terminalName, "T-" + terminalName, asking.request());
        assertThat(welcome.statusCode()).isEqualTo(201);
        assertThat(chain(welcome)).hasSize(2);
        return client(asking.pair(), chain(welcome));
    }

    static String outcome(HttpResponse<byte[]> answer) throws IOException {
        return answer.statusCode() + " "
                + JSON.readTree(answer.body()).path("error").asText();
    }
}
