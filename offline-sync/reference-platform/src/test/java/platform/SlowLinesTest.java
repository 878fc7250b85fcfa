package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static platform.Terminal.APPLICATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Terminals whose bodies do not come keep nobody else from being served. */
class SlowLinesTest extends PlatformTest {
    private static final int MOST_BODIES = 32;

    private final List<Socket> lines = new ArrayList<>();

    @AfterEach
    void cut() throws IOException {
        for (Socket line : lines) {
            line.close();
        }
    }

    /** Announces a body, and sends nothing of it. */
    private void announce(String request, String type) throws IOException {
        Socket line = new Socket(platform.uri().getHost(), platform.uri().getPort());
        lines.add(line);
        line.setSoTimeout(10_000);
        String head = request + " HTTP/1.1\r\nHost: x\r\nKiosk-Terminal: T0001\r\nContent-Type: " + type
                + "\r\nContent-Digest: sha-256=:x:\r\nUpload-Offset: 0\r\nUpload-Complete: ?1\r\nRepr-Digest: sha-256=:"
                + "A".repeat(43) + "=:\r\nContent-Length: 1000000\r\n\r\n";
        line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void announceManifest() throws IOException {
        announce("PUT /v1/submissions/" + UUID.randomUUID(), "application/vnd.kiosk.submission");
    }

    private boolean lastIsCut() throws IOException {
        try {
            return lines.get(lines.size() - 1).getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private void dribble(String begin) throws IOException {
        Socket line = new Socket(platform.uri().getHost(), platform.uri().getPort());
        lines.add(line);
        line.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void twoHundredWhoseHeadsDoNotComeKeepNobodyWaiting() throws IOException {
        for (int i = 0; i < 200; i++) {
            dribble("GET /v1/status HTTP/1.1\r\nKiosk-");
        }
        assertThat(terminal.status().has("keys")).isTrue();
        assertThat(terminal.submit(terminal.sealed(APPLICATION)).statusCode()).isEqualTo(201);
    }

    @Test
    void twoHundredWhoseSmallBodiesDoNotComeKeepNobodyWaiting() throws IOException {
        for (int i = 0; i < 200; i++) {
            dribble("POST /v1/identify HTTP/1.1\r\nHost: x\r\nKiosk-Terminal: T0001\r\nContent-Type: application/json"
                    + "\r\nContent-Length: 1000\r\n\r\n{");
        }
        assertThat(terminal.identify()).isNotEmpty();
        assertThat(terminal.submit(terminal.sealed(APPLICATION)).statusCode()).isEqualTo(201);
    }

    @Test
    void manifestsThatDoNotComeHoldNoPlaceAtTheGate() throws IOException {
        for (int i = 0; i < 12; i++) {
            announceManifest();
        }
        assertThat(terminal.submit(terminal.sealed(APPLICATION)).statusCode()).isEqualTo(201);
    }

    @Test
    void whateverDoesNotComeSmallRequestsAreAnswered() throws IOException {
        for (int i = 0; i < MOST_BODIES / 2; i++) {
            announceManifest();
            announce("PATCH /v1/submissions/" + UUID.randomUUID() + "/parts/1", "application/partial-upload");
        }
        for (int i = 0; i < 30; i++) {
            announceManifest();
        }
        assertThat(lastIsCut()).isTrue();
        assertThat(terminal.status().has("keys")).isTrue();
        assertThat(terminal.send("POST", "/v1/hello", Map.of(), Map.of("waiting", 1, "bytes", 1))
                        .statusCode())
                .isEqualTo(200);
        Sealed sealed = terminal.sealed(APPLICATION);
        assertThatThrownBy(() -> terminal.submit(sealed)).isInstanceOf(UncheckedIOException.class);
    }
}
