package kiosk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nPlatform-Version: 2";

    @Test
    void whatIsAskedIsSaidInFull() throws Exception {
        try (Listener listener = Listener.saying(OK);
                Connections connections =
                        new Connections(listener.address("http", "/base/"), SSLContext.getDefault())) {
            Request request = new Request("PUT", "/v1/a?b=c%20d", Map.of("Kiosk-Terminal", "K001"), new byte[3]);
            Response response = new Call(connections).ask(request, Listener::some);
            assertThat(response.head().status()).isEqualTo(200);
            assertThat(response.head().first("platform-VERSION")).contains("2");
            assertThat(response.body()).asString().isEqualTo("{}");
            assertThat(listener.asked().get(0))
                    .startsWith("PUT /base/v1/a?b=c%20d HTTP/1.1\r\n")
                    .contains("\r\nHost: " + listener.address("http", "").uri().getAuthority() + "\r\n")
                    .contains("\r\nKiosk-Terminal: K001\r\n")
                    .contains("\r\nContent-Length: 3\r\n");
            assertThat(request + " " + response).isEqualTo("Request[PUT, 3 bytes] Response[200, 2 bytes]");
        }
    }

    @Test
    void aConnectionIsKeptForTheNextQuestionAndMadeAnewWhenWanted() throws Exception {
        try (Listener listener = Listener.saying(OK);
                Connections connections = listener.connections()) {
            new Call(connections).ask(Listener.post(10), Listener::some);
            new Call(connections).ask(Listener.post(100_000), Listener::some);
            assertThat(listener.callers()).isEqualTo(1);
            connections.anew();
            new Call(connections).ask(Listener.post(0), Listener::some);
            assertThat(listener.callers()).isEqualTo(2);
        }
    }

    @Test
    void oneOnWhichTheOtherEndHungUpMeanwhileIsNotAskedOn() throws Exception {
        try (Listener listener = Listener.saying(OK);
                Connections connections = listener.connections()) {
            new Call(connections).ask(Listener.post(10), Listener::some);
            listener.hangUp();
            assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(new Call(connections)
                            .ask(Listener.post(10), Listener::some)
                            .head()
                            .status())
                    .isEqualTo(200);
            assertThat(listener.callers()).isEqualTo(2);
        }
    }

    @Test
    void oneThatTheOtherEndWillCloseIsNotKept() throws Exception {
        try (Listener listener = Listener.saying(OK + "\r\nConnection: close");
                Connections connections = listener.connections()) {
            new Call(connections).ask(Listener.post(10), Listener::some);
            new Call(connections).ask(Listener.post(10), Listener::some);
            assertThat(listener.callers()).isEqualTo(2);
        }
    }

    @Test
    void whoIsCutOffComesBackWhateverHeWaitsFor() throws Exception {
        try (Listener silent = new Listener((question, out) -> new CountDownLatch(1).await())) {
            cutsOff(silent, "http");
            cutsOff(silent, "https");
        }
    }

    @Test
    void whoTellsSomebodyThatDoesNotListenIsCutOff() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Listener deaf = new Listener((question, out) -> {
                    asked.countDown();
                    new CountDownLatch(1).await();
                });
                Connections connections = deaf.connections()) {
            Call call = new Call(connections);
            FutureTask<Response> asking = new FutureTask<>(() -> call.ask(Listener.post(50_000_000), Listener::some));
            new Thread(asking).start();
            asked.await();
            assertThatThrownBy(() -> asking.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            call.cut();
            assertThatThrownBy(asking::get).hasCauseInstanceOf(IOException.class);
        }
    }

    private static void cutsOff(Listener silent, String scheme) throws Exception {
        int before = silent.callers();
        try (Connections connections = new Connections(silent.address(scheme, ""), SSLContext.getDefault())) {
            Call call = new Call(connections);
            FutureTask<Response> asking = new FutureTask<>(() -> call.ask(Listener.post(10), Listener::some));
            new Thread(asking).start();
            while (silent.callers() == before) {
                Thread.onSpinWait();
            }
            call.cut();
            assertThatThrownBy(asking::get).hasCauseInstanceOf(IOException.class);
            assertThatThrownBy(() -> call.ask(Listener.post(10), Listener::some))
                    .isInstanceOf(Vain.class);
        }
    }

    @Test
    void whereAllIsClosedNobodyAsks() throws Exception {
        try (Listener silent = new Listener((question, out) -> new CountDownLatch(1).await())) {
            Connections connections = silent.connections();
            FutureTask<Response> asking =
                    new FutureTask<>(() -> new Call(connections).ask(Listener.post(10), Listener::some));
            new Thread(asking).start();
            while (silent.asked().isEmpty()) {
                Thread.onSpinWait();
            }
            connections.close();
            assertThatThrownBy(asking::get).hasCauseInstanceOf(IOException.class);
            assertThatThrownBy(() -> new Call(connections).ask(Listener.post(10), Listener::some))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void oneThatFailsIsNotKeptForTheNext() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        try (Listener listener = new Listener((question, out) -> {
                    out.write((OK + "\r\nContent-Length: " + (second.getCount() == 0 ? "2" : "x") + "\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
                    second.countDown();
                });
                Connections connections = listener.connections()) {
            assertThatThrownBy(() -> new Call(connections).ask(Listener.post(0), Listener::some))
                    .isInstanceOf(Vain.class);
            assertThat(new Call(connections)
                            .ask(Listener.post(0), Listener::some)
                            .body())
                    .hasSize(2);
            assertThat(listener.callers()).isEqualTo(2);
        }
    }
}
