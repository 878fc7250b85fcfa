package kiosk.desktop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.desktop.StillOutbox;
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
            assertThatThrownBy(() -> ask("check"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("runs but did not answer");
            assertThat(ask("check").map(CheckReport::parse)).contains(REPORT);
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void aCheckIsAnsweredWhileADiagnosisGoesOn() throws Exception {
        whileSoManyDiagnosesGoOn(
                1, () -> assertThat(ask("check").map(CheckReport::parse)).contains(REPORT));
    }

    @Test
    void whereTooManyAskAtOnceTheNextIsSentAwayInsteadOfWaiting() throws Exception {
        whileSoManyDiagnosesGoOn(
                4, () -> assertThatThrownBy(() -> ask("check")).hasMessageContaining("did not answer; try again"));
    }

    private void whileSoManyDiagnosesGoOn(int many, Runnable meanwhile) throws Exception {
        CountDownLatch begun = new CountDownLatch(many);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(many);
        try (ShellSocket socket =
                ShellSocket.open(folder, request -> slowly(request, begun, end)).orElseThrow()) {
            assertThat(socket).isNotNull();
            List<Future<Optional<String>>> slow = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                slow.add(callers.submit(() -> ask("diagnose")));
            }
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            meanwhile.run();
            end.countDown();
            for (Future<Optional<String>> each : slow) {
                assertThat(each.get(5, TimeUnit.SECONDS)).contains("found");
            }
        } finally {
            end.countDown();
            callers.shutdownNow();
        }
    }

    private static String slowly(String request, CountDownLatch begun, CountDownLatch end) {
        if (request.equals("check")) {
            return REPORT.text();
        }
        begun.countDown();
        try {
            return end.await(5, TimeUnit.SECONDS) ? "found" : "";
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
    }

    @Test
    void aShellThatSaysNothingInTimeIsNotTakenForOneThatDoesNotRun() throws IOException {
        Path path = folder.resolve("kiosk.sock");
        try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            mute.bind(UnixDomainSocketAddress.of(path));
            assertThatThrownBy(() -> ShellSocket.ask(folder, "check", Duration.ofMillis(50)))
                    .hasMessageContaining("runs but did not answer");
            assertThat(ShellSocket.isAnswered(folder)).isTrue();
        }
        assertThat(Files.exists(path)).as("left by a shell that was killed").isTrue();
        assertThat(ask("check")).isEmpty();
        assertThat(ShellSocket.isAnswered(folder)).isFalse();
        Files.delete(path);
        Files.createSymbolicLink(path, Path.of("kiosk.sock"));
        assertThatThrownBy(() -> ask("check"))
                .as("a socket that cannot be reached")
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whoOnlyLooksWhetherAShellRunsIsNotExamined() {
        AtomicInteger asked = new AtomicInteger();
        try (ShellSocket socket = ShellSocket.open(folder, request -> "" + asked.incrementAndGet())
                .orElseThrow()) {
            assertThat(socket).isNotNull();
            assertThat(ShellSocket.isAnswered(folder)).isTrue();
            assertThat(ask("check")).contains("1");
        }
    }

    private static String report(AtomicBoolean failed) {
        if (!failed.getAndSet(true)) {
            throw new UncheckedIOException("the store failed", new IOException());
        }
        return REPORT.text();
    }

    @Test
    void aQueueThatCannotBeReadIsSaidBesideTheDevices() {
        StillOutbox outbox = new StillOutbox();
        assertThat(REPORT.withQueue(outbox::summary))
                .isEqualTo(new CheckReport(List.of("queue: 0 waiting", "queue: 1 waiting, 0 stuck, open"), true));
        outbox.broken = true;
        assertThat(REPORT.withQueue(outbox::summary))
                .isEqualTo(
                        new CheckReport(List.of("queue: 0 waiting", "queue: cannot be read; look at the disk"), false));
    }

    @Test
    void aPathTooLongForASocketDoesNotKeepTheShellFromRunning() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(60)).resolve("e".repeat(60)));
        assertThat(ShellSocket.open(deep, request -> REPORT.text())).isEmpty();
        assertThat(ShellSocket.ask(deep, "check", PATIENCE)).isEmpty();
    }
}
