package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door for the command line. */
class ShellSocketTest {
    private static final CheckReport REPORT = new CheckReport(List.of("queue: 0 waiting"), true);

    @TempDir
    Path folder;

    @Test
    void whoAsksIsToldAndNobodyIsToldOfAShellThatDoesNotRun() {
        assertThat(ShellSocket.ask(folder)).isEmpty();
        try (ShellSocket socket = ShellSocket.open(folder, () -> REPORT).orElseThrow()) {
            assertThat(socket).isNotNull();
            assertThat(ShellSocket.ask(folder)).contains(REPORT);
        }
        assertThat(ShellSocket.ask(folder)).isEmpty();
    }

    @Test
    void aReportThatFailsOnceIsGivenToTheNextWhoAsks() {
        AtomicBoolean failed = new AtomicBoolean();
        try (ShellSocket socket = ShellSocket.open(folder, () -> report(failed)).orElseThrow()) {
            assertThat(ShellSocket.ask(folder)).isEmpty();
            assertThat(ShellSocket.ask(folder)).contains(REPORT);
            assertThat(socket).isNotNull();
        }
    }

    private static CheckReport report(AtomicBoolean failed) {
        if (!failed.getAndSet(true)) {
            throw new UncheckedIOException("the store failed", new IOException());
        }
        return REPORT;
    }

    @Test
    void aPathTooLongForASocketDoesNotKeepTheShellFromRunning() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(60)).resolve("e".repeat(60)));
        assertThat(ShellSocket.open(deep, () -> REPORT)).isEmpty();
        assertThat(ShellSocket.ask(deep)).isEmpty();
    }
}
