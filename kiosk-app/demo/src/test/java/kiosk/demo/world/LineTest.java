package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private ServerSocket farEnd;
    private Line line;

    @BeforeEach
    void join() throws IOException {
        farEnd = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread echo = new Thread(this::echo, "echo");
        echo.setDaemon(true);
        echo.start();
        line = new Line(URI.create("http://127.0.0.1:" + farEnd.getLocalPort()));
    }

    @AfterEach
    void part() throws IOException {
        line.close();
        farEnd.close();
    }

    private void echo() {
        while (!farEnd.isClosed()) {
            echoOneCall();
        }
    }

    private boolean echoOneCall() {
        try (Socket call = farEnd.accept()) {
            return call.getInputStream().transferTo(call.getOutputStream()) > 0;
        } catch (IOException cut) {
            return false;
        }
    }

    private Socket call() throws IOException {
        Socket call = new Socket(line.uri().getHost(), line.uri().getPort());
        call.setSoTimeout(5000);
        return call;
    }

    private static int echoed(Socket call) throws IOException {
        OutputStream out = call.getOutputStream();
        out.write(42);
        out.flush();
        return call.getInputStream().read();
    }

    @Test
    void whatIsSaidArrivesAndIsAnswered() throws IOException {
        try (Socket call = call()) {
            assertThat(echoed(call)).isEqualTo(42);
        }
    }

    @Test
    void aCutBreaksTheCallUnderWayAndRefusesNewOnes() throws IOException {
        try (Socket call = call()) {
            assertThat(echoed(call)).isEqualTo(42);
            line.cut();
            assertThat(ended(call)).isTrue();
        }
        assertThat(refused()).isTrue();
    }

    /** A call that was still in the kernel's queue when the line was cut is not refused, but ends without an answer. */
    private boolean refused() {
        try (Socket call = call()) {
            return ended(call);
        } catch (IOException noLine) {
            return true;
        }
    }

    private static boolean ended(Socket call) {
        try {
            return call.getInputStream().read() == -1;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void aMendedLineAnswersAtTheSameAddressAndMendingTwiceDoesNoHarm() throws IOException {
        URI before = line.uri();
        line.cut();
        line.mend();
        line.mend();
        assertThat(line.uri()).isEqualTo(before);
        try (Socket call = call()) {
            assertThat(echoed(call)).isEqualTo(42);
        }
    }
}
