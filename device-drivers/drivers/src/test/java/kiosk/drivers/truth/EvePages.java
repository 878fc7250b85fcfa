package kiosk.drivers.truth;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kiosk.contracts.PlainPdf;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.drivers.ipp.IppPagePrinterProvider;
import kiosk.drivers.peers.IppEvePeer;
import kiosk.drivers.truth.WeakLine.Mood;

/** CUPS's ippeveprinter behind a weak line: a printer nobody here wrote. What it puts out is a line for each sheet in a file. */
final class EvePages implements PaperPeer {
    private static final int SHEETS = EmulatedPages.SHEETS;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int FOUR_MEGABYTES = 4 << 20;
    private final IppEvePeer far = new IppEvePeer();
    private final WeakLine line = new WeakLine(far.port());
    private final PagePrinter printer = (PagePrinter) new IppPagePrinterProvider()
            .open(new DeviceSettings("ipp", Map.of("uri", "ipp://127.0.0.1:" + line.port() + "/ipp/print")));

    EvePages() {
        far.lay("paced");
    }

    @Override
    public List<String> hurts() {
        return List.of(UNHURT, "jam", "empty", "abort", "stall", "cut-line", "killed");
    }

    @Override
    public Said print(String document, String hurt, Random random) throws InterruptedException {
        byte[] pdf = PlainPdf.ofPages(SHEETS);
        boolean heavy = hurt.equals("stall") || hurt.equals("cut-line");
        byte[] sent = heavy ? Arrays.copyOf(pdf, FOUR_MEGABYTES) : pdf;
        PagePrinter.Job job = new PagePrinter.Job(document, sent, SHEETS);
        return incident(hurt, random).during(() -> EmulatedPages.said(printer.print(job, PATIENCE, progress -> {})));
    }

    private Incident incident(String hurt, Random random) {
        return switch (hurt) {
            case "jam" -> Incident.of(random, 1, () -> far.lay("jam"), () -> far.clear("jam"));
            case "abort" -> Incident.of(random, 1, () -> far.lay("abort"), () -> far.clear("abort"));
            case "empty" -> Incident.of(random, 300, far::empty, far::fill);
            case "stall" -> Incident.of(random, 1, () -> line.mood(Mood.SWALLOWS), () -> line.mood(Mood.STRONG));
            case "cut-line" -> Incident.of(random, 1, () -> line.mood(Mood.CUTS), () -> line.mood(Mood.STRONG));
            case "killed" -> Incident.of(random, 500, far::off, far::on);
            default -> Incident.of(random, 1, () -> {}, () -> {});
        };
    }

    @Override
    public Out out(String document) {
        return EmulatedPages.out(document, far.sheets());
    }

    @Override
    public void close() {
        printer.close();
        line.close();
        far.close();
    }
}
