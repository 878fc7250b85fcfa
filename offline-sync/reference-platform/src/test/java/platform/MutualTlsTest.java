package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
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
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class MutualTlsTest extends PlatformTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char[] WORD = "test".toCharArray();

    @Override
    Plan plan() {
        return super.plan().withTlsOn(0).withTokens();
    }

    /** A key of P-256 and a request for a certificate on this name. */
    private record Asking(KeyPair pair, String request) {
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

    private HttpClient client(KeyPair pair, List<Certificate> chain) throws Exception {
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

    private static X509Certificate read(byte[] bytes) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static List<Certificate> chain(HttpResponse<byte[]> answer) throws Exception {
        List<Certificate> chain = new ArrayList<>();
        for (JsonNode one : JSON.readTree(answer.body()).path("certificate")) {
            chain.add(read(Base64.getDecoder().decode(one.asText())));
        }
        return chain;
    }

    private HttpResponse<byte[]> send(HttpClient client, String terminal, String path, Map<String, ?> body)
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

    private HttpResponse<byte[]> enrol(HttpClient client, String terminal, String token, String request)
            throws Exception {
        String key = Terminal.base64(new Sealing.Signer(BigInteger.TEN));
        return send(
                client,
                terminal,
                "/v1/terminal/enrolment",
                Map.of("token", token, "signingKey", key, "request", request));
    }

    private HttpClient enrolledClient(String terminalName, Asking asking) throws Exception {
        terminal.control("POST", "/control/tokens", Map.of("terminal", terminalName, "token", "T-" + terminalName));
        HttpResponse<byte[]> welcome =
                enrol(client(asking.pair(), List.of()), terminalName, "T-" + terminalName, asking.request());
        assertThat(welcome.statusCode()).isEqualTo(201);
        assertThat(chain(welcome)).hasSize(2);
        return client(asking.pair(), chain(welcome));
    }

    private static String outcome(HttpResponse<byte[]> answer) throws IOException {
        return answer.statusCode() + " "
                + JSON.readTree(answer.body()).path("error").asText();
    }

    @Test
    void aTerminalIsTheOneItsCertificateNames() throws Exception {
        HttpClient client = enrolledClient("K7", Asking.as("K7"));
        assertThat(send(client, "K7", "/v1/status", Map.of()).statusCode()).isEqualTo(200);
        assertThat(outcome(send(client, "K8", "/v1/status", Map.of()))).isEqualTo("403 unknown-terminal");
        terminal.control("POST", "/control/revocations", Map.of("terminal", "K7"));
        assertThat(outcome(send(client, "K7", "/v1/status", Map.of()))).isEqualTo("403 unknown-terminal");
    }

    @Test
    void withoutACertificateNothingIsOpenButEnrolment() throws Exception {
        HttpClient stranger = client(Asking.as("K7").pair(), List.of());
        assertThat(outcome(send(stranger, "K7", "/v1/status", Map.of()))).isEqualTo("403 unknown-terminal");
        assertThat(outcome(send(stranger, "K7", "/v1/terminal/certificate", Map.of("request", "x"))))
                .isEqualTo("403 unknown-terminal");
        assertThat(outcome(enrol(stranger, "K7", "guessed", Asking.as("K7").request())))
                .isEqualTo("403 unknown-terminal");
    }

    @Test
    void aTokenServesOnceForTheTerminalItWasGivenFor() throws Exception {
        terminal.control("POST", "/control/tokens", Map.of("terminal", "K7", "token", "T"));
        Asking asking = Asking.as("K7");
        HttpClient client = client(asking.pair(), List.of());
        assertThat(outcome(enrol(client, "K8", "T", Asking.as("K8").request()))).isEqualTo("403 unknown-terminal");
        HttpResponse<byte[]> first = enrol(client, "K7", "T", asking.request());
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<byte[]> again = enrol(client, "K7", "T", asking.request());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(outcome(enrol(client, "K7", "T", Asking.as("K7").request()))).isEqualTo("403 unknown-terminal");
    }

    @Test
    void anExpiredCertificateIsGoodForItsRenewalAndNothingElse() throws Exception {
        HttpClient client = enrolledClient("K7", Asking.as("K7"));
        platform.clock().advance(Duration.ofDays(91));
        assertThat(outcome(send(client, "K7", "/v1/status", Map.of()))).isEqualTo("403 certificate-expired");
        Asking anew = Asking.as("K7");
        HttpResponse<byte[]> renewed =
                send(client, "K7", "/v1/terminal/certificate", Map.of("request", anew.request()));
        assertThat(renewed.statusCode()).isEqualTo(201);
        HttpClient renewedClient = client(anew.pair(), chain(renewed));
        assertThat(send(renewedClient, "K7", "/v1/status", Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestForAnotherNameOrAnotherCurveOrWithoutSenseIsRefused() throws Exception {
        HttpClient client = enrolledClient("K7", Asking.as("K7"));
        for (String request : List.of(
                Asking.as("K8").request(), Asking.of("secp384r1", "K7").request(), "?", "AAAA", "A".repeat(9000))) {
            assertThat(outcome(send(client, "K7", "/v1/terminal/certificate", Map.of("request", request))))
                    .isEqualTo("400 bad-request");
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityOpensNoLine() throws Exception {
        HttpClient ours = enrolledClient("K7", Asking.as("K7"));
        Asking forger = Asking.as("K7");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (ReferencePlatform other =
                ReferencePlatform.start(Plan.in(elsewhere).withTlsOn(0))) {
            new Terminal(other, "K7").enrol("any");
            HttpResponse<byte[]> forged = new Terminal(other, "K7")
                    .send(
                            "POST",
                            "/v1/terminal/enrolment",
                            Map.of(),
                            Map.of(
                                    "token",
                                    "any",
                                    "signingKey",
                                    Terminal.base64(new Sealing.Signer(BigInteger.TEN)),
                                    "request",
                                    forger.request()));
            HttpClient client = client(forger.pair(), chain(forged));
            assertThatThrownBy(() -> send(client, "K7", "/v1/status", Map.of())).isInstanceOf(IOException.class);
        }
        assertThat(send(ours, "K7", "/v1/status", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void anOlderTlsIsNotSpoken() throws Exception {
        HttpClient client = enrolledClient("K7", Asking.as("K7"));
        SSLContext context = client.sslContext();
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {"TLSv1.2"});
        HttpClient older =
                HttpClient.newBuilder().sslContext(context).sslParameters(old).build();
        assertThatThrownBy(() -> send(older, "K7", "/v1/status", Map.of())).isInstanceOf(IOException.class);
    }
}
