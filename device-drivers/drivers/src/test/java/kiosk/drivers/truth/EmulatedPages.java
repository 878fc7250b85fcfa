package kiosk.drivers.truth;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import kiosk.contracts.PlainPdf;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.drivers.ipp.IppPagePrinterProvider;
import kiosk.drivers.truth.WeakLine.Mood;
import kiosk.emulators.ipp.IppPrinterEmulator;

/** The emulated page printer behind a weak line; a document has two sheets. */
final class EmulatedPages implements PaperPeer {
    static final int SHEETS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int FOUR_MEGABYTES = 4 << 20;

    private final IppPrinterEmulator far = IppPrinterEmulator.start(0);
    private final WeakLine line = new WeakLine(far.address().getPort());
    private final PagePrinter printer;

    EmulatedPages() {
        far.pagesPerMinute(400);
        URI uri = URI.create("ipp://127.0.0.1:" + line.port() + "/ipp/print");
        printer = (PagePrinter)
                new IppPagePrinterProvider().open(new DeviceSettings("ipp", Map.of("uri", uri.toString())));
    }

    @Override
    public List<String> hurts() {
        return List.of(
                UNHURT,
                "jam",
                "empty",
                "cover",
                "toner",
                "abort",
                "stall",
                "swallowed-job",
                "cut-line",
                "busy",
                "killed",
                "unplugged",
                "answer-lost",
                "sheet-missing");
    }

    @Override
    public Said print(String document, String hurt, Random random) throws InterruptedException {
        byte[] pdf = PlainPdf.ofPages(SHEETS);
        boolean heavy = hurt.equals("stall") || hurt.equals("cut-line");
        byte[] sent = heavy ? Arrays.copyOf(pdf, FOUR_MEGABYTES) : pdf;
        PagePrinter.Job job = new PagePrinter.Job(document, sent, SHEETS);
        return incident(hurt, random).during(() -> said(printer.print(job, PATIENCE, progress -> {})));
    }

    static Said said(PagePrinter.Outcome outcome) {
        return outcome instanceof PagePrinter.Printed
                ? Said.PRINTED
                : outcome instanceof PagePrinter.NotPrinted ? Said.NOT_PRINTED : Said.UNCERTAIN;
    }

    private Incident incident(String hurt, Random random) {
        return switch (hurt) {
            case "jam" -> Incident.of(random, 500, () -> far.jam(true), () -> far.jam(false));
            case "empty" -> Incident.of(random, 500, far::emptyPaper, far::refill);
            case "cover" -> Incident.of(random, 500, far::openCover, far::closeCover);
            case "toner" -> Incident.of(random, 500, () -> far.toner(0), () -> far.toner(80));
            case "abort" -> Incident.of(random, 1, () -> far.abortNextAfter(random.nextInt(SHEETS)), () -> {});
            case "stall" -> Incident.of(random, 1, () -> line.mood(Mood.SWALLOWS), () -> line.mood(Mood.STRONG));
            case "cut-line" -> Incident.of(random, 1, () -> line.mood(Mood.CUTS), () -> line.mood(Mood.STRONG));
            case "swallowed-job" -> Incident.of(random, 500, () -> far.swallow(true), () -> far.swallow(false));
            case "busy" -> Incident.of(random, 1, () -> far.occupy(true), () -> far.occupy(false));
            case "killed" -> Incident.of(random, 500, far::off, far::on);
            case "unplugged" -> Incident.of(random, 500, far::unplug, far::plugIn);
            case "answer-lost" -> Incident.of(random, 1, far::loseAnswerToNextJob, () -> {});
            case "sheet-missing" -> Incident.of(random, 1, () -> far.loseSheetsOfNext(1), () -> {});
            default -> Incident.of(random, 1, () -> {}, () -> {});
        };
    }

    @Override
    public Out out(String document) {
        return out(document, far.sheetsByJob());
    }

    /** Counts the attempts at a document of which a sheet came out; each has a name of its own that begins with the document's. */
    static Out out(String document, List<String> sheets) {
        Map<String, Long> attempts = sheets.stream()
                .filter(sheet -> sheet.startsWith(document + " "))
                .collect(Collectors.groupingBy(sheet -> sheet, Collectors.counting()));
        long whole = attempts.values().stream().filter(count -> count >= SHEETS).count();
        return new Out(attempts.size(), (int) whole);
    }

    @Override
    public void close() {
        printer.close();
        line.close();
        far.close();
    }
}
