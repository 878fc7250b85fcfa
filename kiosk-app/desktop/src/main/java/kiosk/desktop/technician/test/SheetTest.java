package kiosk.desktop.technician.test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;

/** A blank sheet is scanned: whatever is seen on it is dirt on the glass or a dead line of the sensor, and is shown where it is. */
final class SheetTest implements GuidedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_NAMED = 20;

    private final DocumentScanner scanner;

    SheetTest(DocumentScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("test.sheet-lay");
        if (!guide.confirms("test.sheet-laid")) {
            return Finding.of(false, Map.of("scanned", 0L));
        }
        guide.says("test.sheet-scanning", 0);
        long began = System.nanoTime();
        scanner.beginAnew();
        DocumentScanner.Outcome outcome = scanner.scan(
                Resolution.DPI_150, PATIENCE, part -> guide.says("test.sheet-scanning", Math.round(part * 100)));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Optional<BufferedImage> sheet = outcome instanceof DocumentScanner.Scanned scanned
                ? decoded(scanned.page().jpeg())
                : Optional.empty();
        if (sheet.isEmpty()) {
            return Finding.of(false, Map.of("scanned", 0L, "scan-ms", took));
        }
        Cells cells = Cells.of(sheet.get());
        guide.shows(new Guide.Sheet(((DocumentScanner.Scanned) outcome).page().jpeg(), cells));
        return Finding.of(cells.clean(), figures(cells, took));
    }

    private static Map<String, Long> figures(Cells cells, long took) {
        Map<String, Long> figures = new HashMap<>();
        figures.put("scanned", 1L);
        figures.put("scan-ms", took);
        figures.put("dirty-cells", (long) cells.dirty().size());
        cells.dirty().stream()
                .limit(MOST_NAMED)
                .forEach(it -> figures.put(
                        "dirty-row-" + (it / cells.columns() + 1) + "-column-" + (it % cells.columns() + 1), 1L));
        return figures;
    }

    private static Optional<BufferedImage> decoded(byte[] jpeg) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException noPicture) {
            return Optional.empty();
        }
    }
}
