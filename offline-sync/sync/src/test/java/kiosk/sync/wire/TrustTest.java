package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import kiosk.sync.Certificates;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.channel.Trust;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    private Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/v1/status", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Platform-Version", "2");
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
        assertThat(asked(Optional.empty())).isEqualTo(new Reply.Distrust());
    }

    @Test
    void aCertificateOfAnotherHostIsNotTaken() throws Exception {
        Path authority = serveAs("10.1.2.3", Duration.ofDays(1));
        assertThat(asked(Optional.of(authority))).isEqualTo(new Reply.Distrust());
    }

    @Test
    void anExpiredCertificateIsNotTaken() throws Exception {
        Path authority = serveAs("127.0.0.1", Duration.ofDays(-1));
        assertThat(asked(Optional.of(authority))).isEqualTo(new Reply.Distrust());
    }

    @Test
    void whatIsNotTrustedPausesAllAndIsNoAnswerWhereTheLineBroke() {
        assertThat(Refusals.nothing(new Reply.Distrust())).isEqualTo(new Dispatch.LockedOut("certificate"));
        assertThat(Refusals.nothing(new Reply.NoAnswer())).isEqualTo(new Dispatch.NoAnswer());
        assertThat(Reply.Distrust.is(new SSLHandshakeException("Received fatal alert: certificate_required")))
                .isTrue();
        Exception broken = new SSLHandshakeException("Remote host terminated the handshake");
        assertThat(Reply.Distrust.is(broken.initCause(new EOFException("no more"))))
                .isFalse();
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
        Certificates certificates = new Certificates();
        Instant end = Instant.now().plus(validFor);
        server.setHttpsConfigurator(
                new HttpsConfigurator(certificates.server(host, end.minus(Duration.ofDays(9)), end)));
        server.start();
        return certificates.authorityIn(folder);
    }
}
