package platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import platform.wire.Fault;

class DoorTest {
    @Test
    void aBugInADeskIsAnsweredAndTheDoorStaysOpen() throws IOException, InterruptedException {
        Route bug = Route.of("GET", "/bug", call -> {
            throw new IllegalStateException("what somebody wrote");
        });
        try (Listener listener = Listener.open(0, 1, new Door(new Router(List.of(bug)), Guard.NONE))) {
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(listener.uri().resolve("/bug"))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("Platform-Version")).contains("2");
                assertThat(answer.body()).contains("broken").doesNotContain("somebody");
            }
        }
    }

    @Test
    void whoeverFindsNoThreadIsCutOffAndTheDoorStaysOpen() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<Socket> lines = new ArrayList<>();
        try (Listener listener = Listener.open(0, 1, exchange -> held(exchange, end))) {
            for (int i = 0; i < 80; i++) {
                Socket line =
                        new Socket(listener.uri().getHost(), listener.uri().getPort());
                lines.add(line);
                line.setSoTimeout(10_000);
                line.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(isCut(lines.get(lines.size() - 1))).isTrue();
            end.countDown();
            assertThat(lines.get(0).getInputStream().read()).isEqualTo('H');
            HttpRequest request = HttpRequest.newBuilder(listener.uri()).build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        } finally {
            for (Socket line : lines) {
                line.close();
            }
        }
    }

    @Test
    void whoseHeadDoesNotComeIsLetGoOf() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Duration patience = Duration.ofMillis(80);
        try (Vestibule vestibule = new Vestibule(HttpExchange::close, 1, patience, thread -> thread);
                Socket line = new Socket()) {
            server.setExecutor(vestibule);
            server.createContext("/", vestibule);
            server.start();
            line.connect(server.getAddress());
            line.setSoTimeout(10_000);
            line.getOutputStream().write('G');
            assertThat(isCut(line)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    /** More than the buffers of a line hold. */
    private static void talks(HttpExchange exchange, CountDownLatch cut) throws IOException {
        try (exchange) {
            boolean isLong = exchange.getRequestURI().getPath().equals("/long");
            byte[] words = new byte[isLong ? 32 << 20 : 10];
            exchange.sendResponseHeaders(200, words.length);
            exchange.getResponseBody().write(words);
        } catch (IOException gone) {
            cut.countDown();
            throw gone;
        }
    }

    private static Socket thatDoesNotListen(InetSocketAddress address) throws IOException {
        Socket line = new Socket(address.getAddress(), address.getPort());
        line.setSoTimeout(10_000);
        line.getOutputStream().write("GET /long HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(line.getInputStream().read()).isEqualTo('H');
        return line;
    }

    @Test
    void whoDoesNotTakeAnAnswerHoldsNoPlace() throws Exception {
        try (Listener listener = Listener.open(0, 1, exchange -> talks(exchange, new CountDownLatch(1)));
                Socket line = thatDoesNotListen(new InetSocketAddress(
                        listener.uri().getHost(), listener.uri().getPort()))) {
            HttpRequest request = HttpRequest.newBuilder(listener.uri())
                    .timeout(Duration.ofSeconds(5))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofByteArray())
                            .body())
                    .hasSize(10);
            assertThat(line.isClosed()).isFalse();
        }
    }

    @Test
    void whoDoesNotTakeAnAnswerIsLetGoOf() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CountDownLatch cut = new CountDownLatch(1);
        HttpHandler talking = exchange -> talks(exchange, cut);
        try (Vestibule vestibule = new Vestibule(talking, 1, Duration.ofMillis(80), thread -> thread)) {
            server.setExecutor(vestibule);
            server.createContext("/", vestibule);
            server.start();
            try (Socket line = thatDoesNotListen(server.getAddress())) {
                assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(line.isClosed()).isFalse();
            }
        } finally {
            server.stop(0);
        }
    }

    private static void held(HttpExchange exchange, CountDownLatch end) throws IOException {
        try (exchange) {
            end.await();
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean isCut(Socket line) throws IOException {
        try {
            return line.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void aFaultIsLoggedWithTypesAndPlacesAndNothingThatWasWritten() {
        IllegalStateException fault = new IllegalStateException("110101199003078881", new IOException("张测试"));
        assertThat(Fault.of(fault))
                .startsWith("java.lang.IllegalStateException at platform.door.DoorTest")
                .contains("because of java.io.IOException")
                .doesNotContain("110101")
                .doesNotContain("张");
    }
}
