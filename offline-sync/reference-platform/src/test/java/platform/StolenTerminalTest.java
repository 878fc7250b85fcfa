package platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import platform.wire.Digest;

class StolenTerminalTest extends TlsPlatformTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private void expect(String name, String token) {
        terminal.control("POST", "/control/tokens", Map.of("terminal", name, "token", token));
    }

    @Test
    void aReplacementUnderTheSameNameDoesNotBringTheStolenMachineBack() throws Exception {
        Terminal stolen = new Terminal(platform, "K7");
        Asking stolenAsking = Asking.as("K7");
        expect("K7", "first");
        Wish wish = new Wish("first", stolen.signer(), stolenAsking.request());
        HttpClient thief =
                client(stolenAsking.pair(), chain(enrol(client(stolenAsking.pair(), List.of()), "K7", wish)));
        Sealed sealed = stolen.sealed(Terminal.APPLICATION);
        terminal.control("POST", "/control/revocations", Map.of("terminal", "K7"));
        HttpClient replacement = enrolledClient("K7", Asking.as("K7"));
        assertThat(send(replacement, "K7", "/v1/status", Map.of()).statusCode()).isEqualTo(200);
        assertThat(outcome(send(thief, "K7", "/v1/status", Map.of()))).isEqualTo("403 unknown-terminal");
        Asking anew = Asking.as("K7");
        assertThat(outcome(send(thief, "K7", "/v1/terminal/certificate", Map.of("request", anew.request()))))
                .isEqualTo("403 unknown-terminal");
        assertThat(Terminal.error(stolen.submit(sealed))).isEqualTo("403 unknown-terminal");
        assertThat(outcome(enrol(thief, "K7", wish))).isEqualTo("403 unknown-terminal");
    }

    @Test
    void aKeyThatWasStruckOffIsNotVouchedForByTheNextOne() throws Exception {
        Terminal stolen = new Terminal(platform, "K7");
        expect("K7", "first");
        stolen.enrol("first");
        terminal.control("POST", "/control/revocations", Map.of("terminal", "K7"));
        Terminal replacement = new Terminal(platform, "K7");
        expect("K7", "second");
        replacement.enrol("second");
        byte[] vouched = Digest.signedLines("OKT1", "K7", stolen.signer().id());
        String signature =
                Base64.getEncoder().encodeToString(replacement.signer().sign(vouched, RANDOM));
        assertThat(Terminal.error(stolen.send(
                        "PUT",
                        "/v1/terminal/signing-key",
                        Map.of(),
                        Map.of("signingKey", Terminal.base64(stolen.signer()), "signature", signature))))
                .isEqualTo("403 unknown-terminal");
    }

    @Test
    void aCertificateIsRenewedUntilALaterOneIsInUse() throws Exception {
        HttpClient old = enrolledClient("K7", Asking.as("K7"));
        assertThat(renewed(old, Asking.as("K7")).statusCode()).isEqualTo(201);
        Asking anew = Asking.as("K7");
        HttpResponse<byte[]> second = renewed(old, anew);
        assertThat(second.statusCode()).isEqualTo(201);
        HttpClient next = client(anew.pair(), chain(second));
        assertThat(send(next, "K7", "/v1/status", Map.of()).statusCode()).isEqualTo(200);
        assertThat(outcome(renewed(old, Asking.as("K7")))).isEqualTo("403 unknown-terminal");
        assertThat(renewed(next, Asking.as("K7")).statusCode()).isEqualTo(201);
    }

    private HttpResponse<byte[]> renewed(HttpClient client, Asking asking) throws Exception {
        return send(client, "K7", "/v1/terminal/certificate", Map.of("request", asking.request()));
    }
}
