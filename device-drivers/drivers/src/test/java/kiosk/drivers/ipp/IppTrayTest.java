package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.PagePrinter.Printed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IppTrayTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final EmulatedIppBench bench = new EmulatedIppBench();
    private final PagePrinter printer = bench.printer();

    @AfterEach
    void tearDown() {
        printer.close();
        bench.close();
    }

    private PagePrinter.Outcome print() throws InterruptedException {
        byte[] pdf = "%PDF-1.4\n<< /Type /Page >>\n".getBytes(StandardCharsets.US_ASCII);
        return printer.print(new Job("KS-20250101-0007", pdf, 1), AMPLE, progress -> {});
    }

    @Test
    void paperOfAnotherSizeIsSaidBeforeASheetIsSpoilt() throws InterruptedException {
        bench.far.trayHolds("iso_a5_148x210mm");
        Fault expected = new Fault(Cause.WRONG_PAPER, "media-ready=iso_a5_148x210mm");
        assertThat(printer.health().fault()).contains(expected);
        assertThat(print()).isEqualTo(new NotPrinted(expected));
        bench.far.trayHolds("iso_a4_210x297mm");
        assertThat(print()).isEqualTo(new Printed(1));
        assertThat(bench.far.documents()).hasSize(1);
    }
}
