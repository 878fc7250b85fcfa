package kiosk.drivers.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import kiosk.emulators.scanner.PaperSheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an A4 page in colour takes at 300 dots an inch, through saned and as a JPEG; beside it SANE's own program, which asks the
 * same backend for the same page without saned between them, its start included. Both code at the quality that libjpeg takes by itself,
 * 75 of 100: the files are of the same length but for a few bytes.
 */
@Peers({Tool.SANED, Tool.SCANIMAGE, Tool.GCC})
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScanFiguresTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aPageBesideSanesOwnProgram() throws Exception {
        try (SanedBench bench = new SanedBench();
                DocumentScanner scanner = bench.scanner()) {
            bench.lay(PaperSheet.written(), Resolution.DPI_300);
            Map<String, String> surroundings = bench.service.surroundings();
            new SideBySide("scan-a4-300", 10, 40)
                    .measure(
                            SideBySide.timed(() -> assertThat(scanner.scan(Resolution.DPI_300, SOON, done -> {}))
                                    .isInstanceOf(Scanned.class)),
                            SideBySide.timed(() -> scanimage(surroundings)));
        }
    }

    private void scanimage(Map<String, String> surroundings) throws Exception {
        Path page = folder.resolve("page.jpeg");
        ProcessBuilder program = new ProcessBuilder(
                        Tool.SCANIMAGE.path(), "-d", "pnm:0", "--format=jpeg", "-o", page.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        program.environment().putAll(surroundings);
        Process scan = program.start();
        assertThat(scan.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(scan.exitValue()).isZero();
        assertThat(Files.size(page)).isGreaterThan(100_000);
    }
}
