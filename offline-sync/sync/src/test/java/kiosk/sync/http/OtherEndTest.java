package kiosk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is at the other end may say anything. */
@Timeout(60)
class OtherEndTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nPlatform-Version: 2";

    @Test
    void whoHangsUpWhileBeingToldIsListenedTo() throws Exception {
        try (Listener listener = new Listener((question, out) -> {
                    out.write("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!"
                            .getBytes(StandardCharsets.US_ASCII));
                    out.close();
                });
                Connections connections = listener.connections()) {
            Response response = new Call(connections).ask(Listener.post(20_000_000), Listener::some);
            assertThat(response.head().status()).isEqualTo(413);
            assertThat(response.body()).asString().isEqualTo("no!");
        }
    }

    @Test
    void whatIsSaidBeforeTheAnswerIsPassedOver() throws Exception {
        try (Listener listener =
                        Listener.saying("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + OK);
                Connections connections = listener.connections()) {
            assertThat(new Call(connections)
                            .ask(Listener.post(10), Listener::some)
                            .head()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHeadWithoutAnEndIsNoAnswer() throws Exception {
        try (Listener listener = new Listener((question, out) -> {
                    out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                });
                Connections connections = listener.connections()) {
            assertThatThrownBy(() -> new Call(connections).ask(Listener.post(10), Listener::some))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 EVIL\r\nContent-Length: 4\r\n\r\nevil",
                OK
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\nHTTP/1.1 408 Late\r\nContent-Length: 4\r\n\r\nevil",
                "HTTP/1.1 204 No\r\n\r\nHTTP/1.1 200 EVIL\r\nContent-Length: 4\r\n\r\nevil"
            })
    void whatNobodyAskedForIsNotTakenForTheNextAnswer(String first) throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (Listener listener = new Listener((question, out) -> {
                    String ever = OK + "\r\nContent-Length: 4\r\n\r\ngood";
                    out.write((told.getCount() == 0 ? ever : first).getBytes(StandardCharsets.US_ASCII));
                    told.countDown();
                });
                Connections connections = listener.connections()) {
            assertThat(new Call(connections)
                            .ask(Listener.post(0), Listener::some)
                            .body()
                            .length)
                    .isLessThan(3);
            assertThat(new Call(connections)
                            .ask(Listener.post(0), Listener::some)
                            .body())
                    .asString()
                    .isEqualTo("good");
            assertThat(listener.callers()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 250})
    void whatIsSaidOfItsOwnAccordIsNoAnswer(int millis) throws Exception {
        try (Listener listener = Listener.saying(OK);
                Connections connections = listener.connections()) {
            new Call(connections).ask(Listener.post(0), Listener::some);
            listener.sayToAll("HTTP/1.1 408 Late\r\nContent-Length: 0\r\n\r\n");
            assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS))
                    .isFalse();
            assertThat(new Call(connections)
                            .ask(Listener.post(0), Listener::some)
                            .head()
                            .status())
                    .isEqualTo(200);
            assertThat(listener.callers()).isEqualTo(2);
        }
    }

    @Test
    void answersThatAreNoneHaveAnEnd() throws Exception {
        try (Listener listener = Listener.saying("HTTP/1.1 100 Continue\r\n\r\n".repeat(9) + OK);
                Connections connections = listener.connections()) {
            Request head = new Request("HEAD", "/v1/a", Map.of(), new byte[0]);
            assertThatThrownBy(() -> new Call(connections).ask(head, Listener::some))
                    .isInstanceOf(Vain.class);
        }
    }

    @Test
    void aBodyWhoseEndIsNotToldIsNotTakenForWhole() throws Exception {
        try (Listener listener = new Listener((question, out) -> {
                    out.write((OK + "\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
                    out.close();
                });
                Connections connections = listener.connections()) {
            assertThatThrownBy(() -> new Call(connections).ask(Listener.post(0), Listener::some))
                    .isInstanceOf(Response.Refused.class);
        }
    }

    @Test
    void aBodyBeyondItsBoundIsNotBelieved() throws Exception {
        try (Listener listener = Listener.saying(OK);
                Connections connections = listener.connections()) {
            assertThatThrownBy(() -> new Call(connections).ask(Listener.post(10), head -> 1))
                    .isInstanceOf(Response.Refused.class);
            assertThatThrownBy(() -> new Call(connections).ask(Listener.post(10), head -> -1))
                    .isInstanceOf(Response.Refused.class);
            assertThat(new Call(connections).ask(Listener.post(10), head -> 2).body())
                    .hasSize(2);
        }
    }
}
