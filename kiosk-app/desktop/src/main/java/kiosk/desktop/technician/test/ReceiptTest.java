package kiosk.desktop.technician.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.device.CodeScanner;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;
import kiosk.upkeep.TestRecord.Verdict;

/** A receipt with a pattern is printed and cut; its code must be readable by the code scanner, and the technician looks at the rest. */
final class ReceiptTest implements GuidedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BAR = 24;

    private final ReceiptPrinter printer;
    private final CodeScanner scanner;
    private final String code;

    ReceiptTest(ReceiptPrinter printer, CodeScanner scanner, String code) {
        this.printer = printer;
        this.scanner = scanner;
        this.code = code;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("test.receipt-printing");
        long began = System.nanoTime();
        boolean printed = printer.print(pattern(), PATIENCE) instanceof ReceiptPrinter.Printed;
        Map<String, Long> figures = new HashMap<>();
        figures.put("print-ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        if (!printed) {
            return Finding.of(false, figures);
        }
        guide.says("test.receipt-scan");
        Finding scanned = CodeTest.comesBack(scanner, code);
        figures.putAll(scanned.figures());
        boolean clean = guide.confirms("test.receipt-looks");
        figures.put("looks-good", clean ? 1L : 0L);
        return Finding.of(clean && scanned.verdict() == Verdict.PASSED, figures);
    }

    /** Words of every size, bars through every dot of the head, a code, and the cut at the end. */
    private Receipt pattern() {
        List<Receipt.Part> parts = new ArrayList<>();
        parts.add(new Receipt.Line("打印测试 TEST", Receipt.Size.DOUBLE, Receipt.Align.CENTRE));
        parts.add(new Receipt.Line("0123456789 一二三四五六七八九十", Receipt.Size.NORMAL, Receipt.Align.LEFT));
        parts.add(new Receipt.Rule());
        parts.add(black());
        parts.add(stairs());
        parts.add(new Receipt.QrCode(code));
        parts.add(new Receipt.Line(code, Receipt.Size.NORMAL, Receipt.Align.CENTRE));
        parts.add(new Receipt.Feed(2));
        return new Receipt(parts);
    }

    private static Receipt.Picture black() {
        byte[] bits = new byte[ReceiptPrinter.DOTS_ACROSS / 8 * BAR];
        java.util.Arrays.fill(bits, (byte) 0xFF);
        return new Receipt.Picture(ReceiptPrinter.DOTS_ACROSS, BAR, bits);
    }

    /** Each group of eight dots has its own step, so that a dead one is a gap at a known place. */
    private static Receipt.Picture stairs() {
        int across = ReceiptPrinter.DOTS_ACROSS / 8;
        byte[] bits = new byte[across * across];
        for (int step = 0; step < across; step++) {
            bits[step * across + step] = (byte) 0xFF;
        }
        return new Receipt.Picture(ReceiptPrinter.DOTS_ACROSS, across, bits);
    }
}
