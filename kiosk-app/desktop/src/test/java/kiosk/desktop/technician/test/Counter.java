package kiosk.desktop.technician.test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import kiosk.device.CodeScanner;
import kiosk.device.Device;
import kiosk.device.DocumentScanner;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ScannedPage;

/** Devices in memory: what is printed lies there, and the scanners read what was put before them. */
final class Counter {
    final List<Receipt> receipts = new ArrayList<>();
    final List<PagePrinter.Job> pages = new ArrayList<>();
    final Deque<CodeScanner.Outcome> codes = new ArrayDeque<>();
    final Deque<DocumentScanner.Outcome> sheets = new ArrayDeque<>();
    boolean jammed;

    /** Reads what was put before it, or else the code on the receipt that came out last. */
    CodeScanner codeScanner() {
        return new Codes();
    }

    ReceiptPrinter receiptPrinter() {
        return new Receipts();
    }

    PagePrinter pagePrinter() {
        return new Pages();
    }

    DocumentScanner documentScanner() {
        return new Sheets();
    }

    void lay(byte[] jpeg) {
        sheets.add(new DocumentScanner.Scanned(new ScannedPage(jpeg, 1, 1, 150)));
    }

    private static Fault jam() {
        return new Fault(Fault.Cause.PAPER_JAM, "");
    }

    private abstract static class InMemory implements Device {
        @Override
        public Health health() {
            return Health.online(Health.Nameplate.UNKNOWN);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private final class Codes extends InMemory implements CodeScanner {
        @Override
        public CodeScanner.Outcome scan(Duration patience) {
            return codes.isEmpty() ? onTheReceipt() : codes.remove();
        }

        private CodeScanner.Outcome onTheReceipt() {
            return receipts.stream()
                    .flatMap(it -> it.parts().stream())
                    .filter(Receipt.QrCode.class::isInstance)
                    .map(it -> (CodeScanner.Outcome) new CodeScanner.Scanned(((Receipt.QrCode) it).text()))
                    .findFirst()
                    .orElseGet(CodeScanner.NoCode::new);
        }
    }

    private final class Receipts extends InMemory implements ReceiptPrinter {
        @Override
        public ReceiptPrinter.Outcome print(Receipt receipt, Duration patience) {
            if (jammed) {
                return new ReceiptPrinter.Uncertain(jam());
            }
            receipts.add(receipt);
            return new ReceiptPrinter.Printed();
        }
    }

    private final class Pages extends InMemory implements PagePrinter {
        @Override
        public PagePrinter.Outcome print(Job job, Duration patience, Consumer<Progress> watcher) {
            if (jammed) {
                watcher.accept(new Held(jam()));
                return new PagePrinter.Uncertain(jam());
            }
            pages.add(job);
            return new PagePrinter.Printed(job.pages());
        }
    }

    private final class Sheets extends InMemory implements DocumentScanner {
        @Override
        public DocumentScanner.Outcome scan(Resolution resolution, Duration patience, DoubleConsumer progress) {
            progress.accept(0.5);
            return sheets.isEmpty() ? new NoPaper() : sheets.remove();
        }
    }
}
