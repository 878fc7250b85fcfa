package kiosk.desktop.technician.test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.device.CodeScanner;

/** A code is shown on the screen, to be photographed and held before the scanner; the same must come back. */
final class CodeTest implements GuidedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CodeScanner scanner;
    private final String code;

    /** A test with that code, which nobody can know before. */
    CodeTest(CodeScanner scanner, String code) {
        this.scanner = scanner;
        this.code = code;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("test.code-hold");
        guide.shows(new Guide.Code(code));
        Finding finding = comesBack(scanner, code);
        guide.shows(new Guide.Nothing());
        return finding;
    }

    /** Whether that code is read within a minute and a half. */
    static Finding comesBack(CodeScanner scanner, String code) throws InterruptedException {
        long began = System.nanoTime();
        CodeScanner.Outcome outcome = scanner.scan(PATIENCE);
        boolean same = outcome instanceof CodeScanner.Scanned scanned
                && scanned.text().strip().equals(code);
        boolean other = !same && outcome instanceof CodeScanner.Scanned;
        return Finding.of(
                same,
                Map.of(
                        "same",
                        same ? 1L : 0L,
                        "other",
                        other ? 1L : 0L,
                        "scan-ms",
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    }
}
