package kiosk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import kiosk.sync.Certificates;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.channel.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SecuredCallTest {
    private static final int TRIES = 12;

    @TempDir
    private Path folder;

    private final List<SSLSocket> callers = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();
    /** What is said to one question after the other, record by record; the last to all that follow. */
    private final List<List<String>> answers =
            new CopyOnWriteArrayList<>(List.of(List.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")));

    private SSLServerSocket server;
    private Path authority;

    @BeforeEach
    void start() throws Exception {
        Certificates certificates = new Certificates();
        Instant now = Instant.now();
        authority = certificates.authorityIn(folder);
        server = (SSLServerSocket) certificates
                .server("127.0.0.1", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SSLParameters wanted = server.getSSLParameters();
        wanted.setSNIMatchers(List.of(new Overhearing()));
        server.setSSLParameters(wanted);
    }

    private void listen() {
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Overhearing extends SNIMatcher {
        Overhearing() {
            super(0);
        }

        @Override
        public boolean matches(SNIServerName name) {
            names.add(new SNIHostName(name.getEncoded()).getAsciiName());
            return true;
        }
    }

    /** Reads a head, answers, and leaves what follows unread; to who shows no certificate though he must, only the alert is said. */
    private void serve() {
        while (!server.isClosed()) {
            try {
                SSLSocket caller = (SSLSocket) server.accept();
                callers.add(caller);
                Thread thread = new Thread(() -> answer(caller));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                Thread.onSpinWait();
            }
        }
    }

    private void answer(SSLSocket caller) {
        try (caller) {
            StringBuilder head = new StringBuilder();
            for (int b = caller.getInputStream().read();
                    b >= 0;
                    b = caller.getInputStream().read()) {
                head.append((char) b);
                if (head.indexOf("\r\n\r\n") >= 0) {
                    head.setLength(0);
                    for (String record : answers.size() > 1 ? answers.remove(0) : answers.get(0)) {
                        caller.getOutputStream().write(record.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        } catch (IOException refused) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        for (SSLSocket caller : callers) {
            caller.close();
        }
    }

    @Test
    void aSecuredConnectionIsKeptToo() throws Exception {
        listen();
        try (Connections connections = connections("127.0.0.1")) {
            new Call(connections).ask(get(), Listener::some);
            new Call(connections).ask(get(), Listener::some);
            assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(new Call(connections).ask(get(), Listener::some).body()).hasSize(2);
            assertThat(callers).hasSize(1);
        }
    }

    /** A body this long is read past all buffers but that of what was opened. */
    @Test
    void whatNobodyAskedForIsNotTakenForTheNextAnswer() throws Exception {
        String evil = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
        answers.add(0, List.of("HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n", "x".repeat(600) + evil));
        listen();
        try (Connections connections = connections("127.0.0.1")) {
            assertThat(new Call(connections).ask(get(), Listener::some).body()).hasSize(600);
            assertThat(new Call(connections).ask(get(), Listener::some).body()).hasSize(2);
            assertThat(callers).hasSize(2);
        }
    }

    /** The alert comes while more is being said; each time it must be heard. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2000, 300_000, 3_000_000})
    void whoIsNotTakenIsToldSo(int bytes) throws Exception {
        server.setNeedClientAuth(true);
        listen();
        Request request = new Request("PUT", "/v1/a", Map.of(), new byte[bytes]);
        for (int i = 0; i < TRIES; i++) {
            try (Connections connections = connections("127.0.0.1")) {
                assertThatThrownBy(() -> new Call(connections).ask(request, Listener::some))
                        .isInstanceOf(SSLException.class)
                        .hasMessageContaining("certificate");
            }
        }
    }

    @Test
    void aNameIsToldEvenWithoutADotAndAnotherOnesCertificateIsNotTaken() throws Exception {
        listen();
        try (Connections connections = connections("localhost")) {
            assertThatThrownBy(() -> new Call(connections).ask(get(), Listener::some))
                    .isInstanceOf(SSLException.class);
            assertThat(names).containsOnly("localhost");
        }
    }

    private Connections connections(String host) {
        URI uri = URI.create("https://" + host + ":" + server.getLocalPort());
        return new Connections(new PlatformAddress(uri), Trust.of(Optional.of(authority)));
    }

    private static Request get() {
        return new Request("GET", "/v1/status", Map.of(), new byte[0]);
    }
}
