package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

class MutualTlsTest extends TlsPlatformTest {
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
    void anEnrolmentWithoutARequestForACertificateDoesNotUseItsTokenUp() throws Exception {
        terminal.control("POST", "/control/tokens", Map.of("terminal", "K7", "token", "T"));
        Asking asking = Asking.as("K7");
        HttpClient client = client(asking.pair(), List.of());
        assertThat(outcome(enrol(client, "K7", "T", ""))).isEqualTo("400 bad-request");
        assertThat(outcome(enrol(client, "K7", "T", "?"))).isEqualTo("400 bad-request");
        assertThat(enrol(client, "K7", "T", asking.request()).statusCode()).isEqualTo(201);
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
                Asking.as("K8").request(),
                Asking.of("secp384r1", "K7").request(),
                "?",
                "AAAA",
                "MAA=",
                "A".repeat(9000))) {
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
