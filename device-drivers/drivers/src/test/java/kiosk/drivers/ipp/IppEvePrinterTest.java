package kiosk.drivers.ipp;

import java.io.IOException;
import java.nio.file.Files;
import kiosk.contracts.PagePrinterBench;
import kiosk.contracts.PagePrinterContract;
import org.junit.jupiter.api.Assumptions;

class IppEvePrinterTest extends PagePrinterContract {
    @Override
    protected PagePrinterBench bench() {
        Assumptions.assumeTrue(
                Files.isExecutable(IppEvePrinterBench.PRINTER) && Files.isExecutable(IppEvePrinterBench.BUS),
                "ippeveprinter is not installed");
        try {
            return new IppEvePrinterBench();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
