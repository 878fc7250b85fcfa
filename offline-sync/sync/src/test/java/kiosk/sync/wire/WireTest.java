package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.channel.Trust;
import kiosk.sync.wire.Reply.Failure;
import kiosk.sync.wire.Reply.NoAnswer;
import kiosk.sync.wire.Reply.Success;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String OURS = "HTTP/1.1 200 OK\r\nPlatform-Version: 2\r\nContent-Type: application/json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1",
                "http://platform.example",
                "ftp://localhost",
                "http://localhost.example",
                "//localhost",
                "https://user@platform.example",
                "https://platform.example?to=elsewhere",
                "http://127.evil.example"
            })
    void plainHttpIsForThisMachineAlone(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlatformAddress(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080", "http://localhost", "http://[::1]:80", "https://platform.example/base/"
            })
    void anythingElseIsSpokenToByTls(String address) {
        assertThat(new PlatformAddress(URI.create(address))
                        .resolve("/v1/status")
                        .toString())
                .endsWith("/v1/status")
                .doesNotContain("//v1");
    }

    @Test
    void anAnswerWithAllItsMarksCounts() throws Exception {
        assertThat(asked(OURS, "{}")).isInstanceOf(Success.class);
        assertThat(asked(OURS + "; Charset=UTF-8", "{}")).isInstanceOf(Success.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/html",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json",
                "HTTP/1.1 200 OK\r\nPlatform-Version: 1\r\nContent-Type: application/json",
                "HTTP/1.1 200 OK\r\nPlatform-Version: 2",
                "HTTP/1.1 200 OK\r\nPlatform-Version: 2\r\nContent-Type: application/jsonp",
                "HTTP/1.1 202 Accepted\r\nPlatform-Version: 2\r\nContent-Type: application/json",
                "HTTP/1.1 302 Found\r\nPlatform-Version: 2\r\nContent-Type: application/json\r\nLocation: /v1/status",
                "HTTP/1.1 503 Down\r\nContent-Type: application/json",
                "HTTP/1.1 404 Not Found\r\nPlatform-Version: 2\r\nContent-Type: text/html",
                "HTTP/1.1 404 Not Found\r\nPlatform-Version: 2\r\nContent-Type: application/json",
                "HTTP/1.1 000 x\r\nPlatform-Version: 2\r\nContent-Type: application/json",
                "HTTP/-1.1 200 OK\r\nPlatform-Version: 2\r\nContent-Type: application/json",
                "garbage"
            })
    void whatOnlyLooksLikeAnAnswerIsNone(String head) throws Exception {
        assertThat(asked(head, "{\"hello\": \"<html>log in here</html>\"}")).isEqualTo(new NoAnswer());
    }

    @Test
    void anErrorIsReadWithItsWish() throws Exception {
        String head = "HTTP/1.1 503 Down\r\nPlatform-Version: 2\r\nContent-Type: application/json\r\nRetry-After: ";
        assertThat(asked(head + "7", "{\"error\": \"down\"}"))
                .isEqualTo(new Failure(503, "down", java.util.List.of(), Optional.of(Duration.ofSeconds(7))));
        assertThat(asked(head + "Fri, 31 Dec 1999 23:59:59 GMT", "{\"error\": \"down\"}"))
                .isEqualTo(new Failure(503, "down", java.util.List.of(), Optional.empty()));
    }

    @Test
    void aBodyWithoutAnEndIsReadToItsBound() throws Exception {
        RawServer endless = new RawServer((out, closed) -> {
            out.write((OURS + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[65_536];
            for (int i = 0; i < 80_000; i++) {
                out.write(piece);
            }
        });
        assertThat(asked(endless, Duration.ofSeconds(20))).isEqualTo(new NoAnswer());
    }

    @Test
    void aBodyThatTricklesHoldsNobody() throws Exception {
        assertTimely(trickling(), true);
        assertTimely(trickling(), false);
    }

    private static RawServer trickling() throws IOException {
        return new RawServer((out, closed) -> {
            out.write((OURS + "\r\nContent-Length: 1000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        });
    }

    @Test
    void silenceHoldsNobody() throws Exception {
        assertTimely(new RawServer((out, closed) -> closed.await()), true);
        assertTimely(new RawServer((out, closed) -> closed.await()), false);
    }

    private static void assertTimely(RawServer server, boolean somebodyWaits) throws Exception {
        long begun = System.nanoTime();
        try (server;
                Wire wire = wire(server)) {
            assertThat(wire.ask(Question.of("GET", "/v1/status", SHORT), somebodyWaits))
                    .isEqualTo(new NoAnswer());
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SHORT, SHORT.multipliedBy(15));
    }

    @Test
    void aLengthThatIsNoNumberIsNoAnswer() throws Exception {
        assertThat(asked(
                        new RawServer((out, closed) -> out.write(
                                (OURS + "\r\nContent-Length: x\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII))),
                        LONG))
                .isEqualTo(new NoAnswer());
    }

    @Test
    void aConnectionThatDiedIsReplacedWhereAskingTwiceIsAsGoodAsOnce() throws Exception {
        assertThat(asked(dyingOnce(), Question.of("GET", "/v1/status", LONG))).isInstanceOf(Success.class);
        assertThat(asked(dyingOnce(), Question.of("POST", "/v1/identify", LONG)))
                .isEqualTo(new NoAnswer());
        assertThat(asked(dyingOnce(), Question.of("POST", "/v1/precheck", LONG).changingNothing()))
                .isInstanceOf(Success.class);
    }

    private static RawServer dyingOnce() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        return new RawServer((out, closed) -> {
            if (asked.getAndIncrement() > 0) {
                out.write((OURS + "\r\nContent-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    @Test
    void nobodyListeningIsNoAnswer() throws Exception {
        RawServer gone = RawServer.saying(OURS, "{}");
        gone.close();
        assertThat(asked(gone, SHORT)).isEqualTo(new NoAnswer());
    }

    @Test
    void anInterruptEndsTheCallEarly() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<String> end = new AtomicReference<>("none");
        try (RawServer silent = new RawServer((out, closed) -> {
                    asked.countDown();
                    closed.await();
                });
                Wire wire = wire(silent)) {
            Thread citizen = new Thread(() -> {
                try {
                    wire.ask(Question.of("GET", "/v1/status", Duration.ofSeconds(50)));
                } catch (InterruptedException e) {
                    end.set("interrupted");
                }
            });
            citizen.start();
            asked.await();
            citizen.interrupt();
            citizen.join(5000);
        }
        assertThat(end).hasValue("interrupted");
    }

    @Test
    void whereTheWireIsClosedNobodyWaitsAnyLonger() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer silent = new RawServer((out, closed) -> {
            asked.countDown();
            closed.await();
        })) {
            Wire wire = wire(silent);
            FutureTask<Reply> asking =
                    new FutureTask<>(() -> wire.ask(Question.of("GET", "/v1/status", Duration.ofHours(1)), false));
            new Thread(asking).start();
            asked.await();
            wire.close();
            assertThat(asking.get(10, TimeUnit.SECONDS)).isEqualTo(new NoAnswer());
            assertThat(wire.ask(Question.of("GET", "/v1/status", LONG), false)).isEqualTo(new NoAnswer());
            assertThat(wire.ask(Question.of("GET", "/v1/status", LONG))).isEqualTo(new NoAnswer());
        }
    }

    @Test
    void whoIsInterruptedAlreadyAsksNothing() throws Exception {
        try (RawServer silent = new RawServer((out, closed) -> closed.await());
                Wire wire = wire(silent)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> wire.ask(Question.of("GET", "/v1/status", LONG), false))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private static Reply asked(String head, String body) throws Exception {
        return asked(RawServer.saying(head, body), Duration.ofSeconds(5));
    }

    private static Reply asked(RawServer server, Duration patience) throws IOException, InterruptedException {
        return asked(server, Question.of("GET", "/v1/status", patience));
    }

    private static Reply asked(RawServer server, Question question) throws IOException, InterruptedException {
        try (server;
                Wire wire = wire(server)) {
            return wire.ask(question);
        }
    }

    private static Wire wire(RawServer server) {
        return new Wire(server.address(), "K001", Trust.of(Optional.empty()));
    }
}
