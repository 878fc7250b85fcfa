package kiosk.desktop.technician.test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.device.PagePrinter;

/** A page with a pattern is printed; the technician says what they see on it. */
final class PageTest implements GuidedTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> LOOKS = List.of("frame", "steps", "streaks");

    private final PagePrinter printer;
    private final String label;

    /** A test whose page bears that label: ASCII. */
    PageTest(PagePrinter printer, String label) {
        this.printer = printer;
        this.label = label;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("test.page-printing");
        long began = System.nanoTime();
        PagePrinter.Job job = new PagePrinter.Job("test-page", TestPage.pdf(label), 1);
        PagePrinter.Outcome outcome = printer.print(job, PATIENCE, progress -> hold(guide, progress));
        Map<String, Long> figures = new HashMap<>();
        figures.put("print-ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        boolean good = outcome instanceof PagePrinter.Printed;
        for (String look : LOOKS) {
            boolean seen = outcome instanceof PagePrinter.Printed && guide.confirms("test.page-" + look);
            figures.put("sees-" + look, seen ? 1L : 0L);
            good &= seen;
        }
        return Finding.of(good, figures);
    }

    private static void hold(Guide guide, PagePrinter.Progress progress) {
        guide.says(progress instanceof PagePrinter.Held ? "test.page-held" : "test.page-printing");
    }
}
