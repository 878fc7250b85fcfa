package kiosk.desktop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door for the command line. */
class ShellSocketTest {
    private static final CheckReport REPORT = new CheckReport(List.of("queue: 0 waiting"), true);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private Optional<String> ask(String request) {
        return ShellSocket.ask(folder, request, PATIENCE);
    }

    @Test
    void whoAsksIsToldAndNobodyIsToldOfAShellThatDoesNotRun() {
        assertThat(ask("check")).isEmpty();
        try (ShellSocket socket =
                ShellSocket.open(folder, request -> REPORT.text()).orElseThrow()) {
            assertThat(socket).isNotNull();
            assertThat(ask("check").map(CheckReport::parse)).contains(REPORT);
        }
        assertThat(ask("check")).isEmpty();
    }

    @Test
    void whatIsAskedIsHeardAsOneLineOfBoundedLength() throws IOException {
        try (ShellSocket socket =
                ShellSocket.open(folder, request -> "[" + request + "]").orElseThrow()) {
            assertThat(socket).isNotNull();
            assertThat(ask("diagnose json en")).contains("[diagnose json en]");
            try (SocketChannel chatterer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                chatterer.connect(UnixDomainSocketAddress.of(folder.resolve("kiosk.sock")));
                chatterer.write(ByteBuffer.wrap("x".repeat(5000).getBytes(StandardCharsets.US_ASCII)));
                ByteBuffer heard = ByteBuffer.allocate(200);
                assertThat(chatterer.read(heard)).isEqualTo(102);
            }
        }
    }

    @Test
    void aReportThatFailsOnceIsGivenToTheNextWhoAsks() {
        AtomicBoolean failed = new AtomicBoolean();
        try (ShellSocket socket =
                ShellSocket.open(folder, request -> report(failed)).orElseThrow()) {
            assertThat(ask("check")).isEmpty();
            assertThat(ask("check").map(CheckReport::parse)).contains(REPORT);
            assertThat(socket).isNotNull();
        }
    }

    private static String report(AtomicBoolean failed) {
        if (!failed.getAndSet(true)) {
            throw new UncheckedIOException("the store failed", new IOException());
        }
        return REPORT.text();
    }

    @Test
    void aPathTooLongForASocketDoesNotKeepTheShellFromRunning() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(60)).resolve("e".repeat(60)));
        assertThat(ShellSocket.open(deep, request -> REPORT.text())).isEmpty();
        assertThat(ShellSocket.ask(deep, "check", PATIENCE)).isEmpty();
    }
}
