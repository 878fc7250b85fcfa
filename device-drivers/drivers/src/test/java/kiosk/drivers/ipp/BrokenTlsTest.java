package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hp.jipp.encoding.IppPacket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import kiosk.drivers.ipp.IppFailure.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a printer's end of TLS says instead of an answer: an alert (RFC 8446 section 6), or nothing that is TLS. */
@Timeout(20)
class BrokenTlsTest {
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int INTERNAL_ERROR = 80;

    @ParameterizedTest
    @CsvSource({HANDSHAKE_FAILURE + ",REFUSED", INTERNAL_ERROR + ",UNKNOWN"})
    void onlyAHandshakeThatIsRefusedMeansThatNothingWasSent(int alert, Meaning meaning) throws Exception {
        assertThat(failureAfter(0x15, 3, 3, 0, 2, 2, alert).meaning()).isEqualTo(meaning);
    }

    @Test
    void whatIsNoTlsMayHaveTakenAll() throws Exception {
        assertThat(failureAfter('H', 'T', 'T', 'P', '/', '1', '.', '1').meaning())
                .isEqualTo(Meaning.UNKNOWN);
    }

    private static IppFailure failureAfter(int... said) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread far = new Thread(() -> answer(server, said), "tls-far-end");
            far.setDaemon(true);
            far.start();
            URI address = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/ipp/print");
            IppPacket packet = IppPacket.getPrinterAttributes(address).build();
            return catchThrowableOfType(
                    IppFailure.class, () -> new IppConnection(address).ask(packet, new byte[0], Duration.ofSeconds(5)));
        }
    }

    private static void answer(ServerSocket server, int... said) {
        try (Socket near = server.accept()) {
            near.getInputStream().read();
            OutputStream out = near.getOutputStream();
            for (int one : said) {
                out.write(one);
            }
            near.shutdownOutput();
            near.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
