package kiosk.drivers.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.drivers.peers.PeerRoom;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.SanedPeer;
import kiosk.drivers.peers.Tool;
import kiosk.emulators.scanner.PaperSheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an A4 page in colour takes at 300 dots an inch, through saned and as a JPEG; beside it SANE's own program, its start
 * included, once as we do it, over the same saned, and once without saned, as if the scanner's driver were its own. All code at the quality that libjpeg takes by
 * itself, 75 of 100: the files are of the same length but for a few bytes.
 */
@Peers({Tool.SANED, Tool.SCANIMAGE, Tool.GCC})
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScanFiguresTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aPageBesideSanesOwnProgramOverTheSameService() throws Exception {
        assumeFalse(PeerRoom.listening(SanedPeer.OWN_PORT), "another saned has the port that SANE's own client knows");
        try (SanedBench bench = new SanedBench(new SanedPeer(SanedPeer.OWN_PORT))) {
            beside("scan-a4-300", bench, "net:127.0.0.1:pnm:0", bench.service.clientSurroundings());
        }
    }

    @Test
    void aPageBesideSanesOwnProgramThatNeedsNoService() throws Exception {
        try (SanedBench bench = new SanedBench()) {
            beside("scan-a4-300-without-saned", bench, "pnm:0", bench.service.surroundings());
        }
    }

    private void beside(String name, SanedBench bench, String device, Map<String, String> surroundings)
            throws Exception {
        try (DocumentScanner scanner = bench.scanner()) {
            bench.lay(PaperSheet.written(), Resolution.DPI_300);
            new SideBySide(name, 10, 40)
                    .measure(
                            SideBySide.timed(() -> assertThat(scanner.scan(Resolution.DPI_300, SOON, done -> {}))
                                    .isInstanceOf(Scanned.class)),
                            SideBySide.timed(() -> scanimage(device, surroundings)));
        }
    }

    private void scanimage(String device, Map<String, String> surroundings) throws Exception {
        Path page = folder.resolve("page.jpeg");
        ProcessBuilder program = new ProcessBuilder(
                        Tool.SCANIMAGE.path(), "-d", device, "--format=jpeg", "-o", page.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        program.environment().putAll(surroundings);
        Process scan = program.start();
        assertThat(scan.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(scan.exitValue()).isZero();
        assertThat(Files.size(page)).isGreaterThan(100_000);
    }
}
