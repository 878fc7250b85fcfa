package kiosk.sync.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import kiosk.sync.Certificates;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sm2PublicKey;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A platform behind TLS that knows its terminals by their certificates (PLATFORM-API.md, section 13). */
final class Registry implements AutoCloseable {
    static final String TOKEN = "once-0815";
    static final Duration LIFE = Duration.ofDays(90);

    final Opener platform = new Opener();
    final Certificates authority = new Certificates();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Optional<PublicKey> wrongKey = Optional.empty();
    volatile boolean wrongEndorsement;
    volatile Opener.Key signs = platform.sign;
    final AtomicInteger losesAnswers = new AtomicInteger();
    final Set<String> requests = ConcurrentHashMap.newKeySet();

    private final HttpsServer server;
    private final Clock clock;

    Registry(Clock clock) throws Exception {
        this.clock = clock;
        Instant now = Instant.now();
        SSLContext context = authority.server("127.0.0.1", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setWantClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/v1/", this::serve);
        server.start();
    }

    PlatformAddress address() {
        return new PlatformAddress(
                URI.create("https://127.0.0.1:" + server.getAddress().getPort()));
    }

    Path authorityIn(Path folder) throws Exception {
        return authority.authorityIn(folder);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpsExchange secure = (HttpsExchange) exchange;
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/v1/terminal/enrolment") && losesAnswers.getAndDecrement() > 0) {
                requests.add(new ObjectMapper()
                        .readTree(exchange.getRequestBody())
                        .path("request")
                        .asText());
                return;
            }
            asked.add(path.replace("/v1/", "") + " " + secure.getSSLSession().getProtocol() + " "
                    + own(secure)
                            .map(it -> it.getSubjectX500Principal().getName() + " " + it.getSerialNumber())
                            .orElse("nobody"));
            exchange.getResponseHeaders().set("Platform-Version", "2");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            String told = answer(path, new ObjectMapper().readTree(exchange.getRequestBody()), own(secure));
            byte[] bytes = told.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(told.substring(0, 3)), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Optional<X509Certificate> own(HttpsExchange exchange) {
        try {
            return Optional.of((X509Certificate) exchange.getSSLSession().getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException nobody) {
            return Optional.empty();
        }
    }

    private String answer(String path, JsonNode body, Optional<X509Certificate> own) throws Exception {
        if (path.equals("/v1/terminal/enrolment")) {
            return body.path("token").asText().equals(TOKEN)
                    ? "201 " + enrolled(body)
                    : "403 " + error("unknown-terminal");
        }
        if (own.isEmpty()) {
            return "403 " + error("unknown-terminal");
        }
        if (path.equals("/v1/terminal/signing-key")) {
            return "200 " + endorsement(new ObjectMapper().createObjectNode(), body);
        }
        if (path.equals("/v1/terminal/certificate")) {
            return "201 {\"certificate\":" + certificate(body) + "}";
        }
        boolean expired = clock.instant().isAfter(own.get().getNotAfter().toInstant());
        return expired ? "403 " + error("certificate-expired") : "200 {}";
    }

    private static String error(String code) {
        return "{\"error\":\"" + code + "\"}";
    }

    private String enrolled(JsonNode body) throws Exception {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.set("certificate", new ObjectMapper().readTree(certificate(body)));
        answer.set("keys", new ObjectMapper().readTree(platform.announces()));
        return endorsement(answer, body);
    }

    private String endorsement(ObjectNode answer, JsonNode body) {
        String key = Sm2PublicKey.parse(body.path("signingKey").asText())
                .orElseThrow()
                .id();
        answer.putObject("endorsement")
                .put("key", signs.id())
                .put("signature", signs.signs("OKE1", wrongEndorsement ? "K002" : "K001", key));
        return answer.toString();
    }

    private String certificate(JsonNode body) throws Exception {
        requests.add(body.path("request").asText());
        JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(
                Base64.getDecoder().decode(body.path("request").asText()));
        if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(request.getPublicKey()))) {
            throw new IllegalArgumentException("not signed by its key");
        }
        Instant now = clock.instant();
        X509Certificate leaf = authority.issue(
                request.getSubject().toString().substring(3),
                wrongKey.orElse(request.getPublicKey()),
                now.minus(Duration.ofMinutes(5)),
                now.plus(LIFE));
        Base64.Encoder base64 = Base64.getEncoder();
        return "[\"" + base64.encodeToString(leaf.getEncoded()) + "\",\""
                + base64.encodeToString(authority.root().getEncoded()) + "\"]";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
