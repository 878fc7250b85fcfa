package kiosk.drivers.truth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kiosk.device.DeviceSettings;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.drivers.escpos.EscPosSerialProvider;
import kiosk.drivers.escpos.EscPosTcpProvider;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.Ticket;
import kiosk.emulators.escpos.TicketInk;

/** The emulated receipt printer on TCP or on a serial line. */
final class EmulatedReceipts implements PaperPeer {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LINES = 30;

    private final ReceiptPrinterEmulator far;
    private final ReceiptPrinter printer;

    private EmulatedReceipts(ReceiptPrinterEmulator far, ReceiptPrinter printer) {
        this.far = far;
        this.printer = printer;
        far.speed(400);
    }

    static EmulatedReceipts onTcp() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onTcp(0, TicketInk.none());
        String[] address = far.address().split(":");
        DeviceSettings settings = new DeviceSettings("escpos-tcp", Map.of("host", address[0], "port", address[1]));
        return new EmulatedReceipts(far, (ReceiptPrinter) new EscPosTcpProvider().open(settings));
    }

    static EmulatedReceipts onSerial() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onSerial(TicketInk.none());
        DeviceSettings settings = new DeviceSettings("escpos-serial", Map.of("port", far.address()));
        return new EmulatedReceipts(far, (ReceiptPrinter) new EscPosSerialProvider().open(settings));
    }

    @Override
    public List<String> hurts() {
        return List.of(
                UNHURT,
                "empty",
                "runs-out",
                "cover",
                "cutter",
                "hot",
                "stall",
                "silent",
                "garbled",
                "killed",
                "unplugged");
    }

    @Override
    public Said print(String document, String hurt, Random random) throws InterruptedException {
        return incident(hurt, random).during(() -> said(printer.print(receipt(document), PATIENCE)));
    }

    private static Said said(ReceiptPrinter.Outcome outcome) {
        return outcome instanceof ReceiptPrinter.Printed
                ? Said.PRINTED
                : outcome instanceof ReceiptPrinter.NotPrinted ? Said.NOT_PRINTED : Said.UNCERTAIN;
    }

    private static Receipt receipt(String document) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Line("begin " + document + ".", Size.NORMAL, Align.LEFT));
        for (int i = 0; i < LINES; i++) {
            parts.add(new Line("第" + i + "行", Size.NORMAL, Align.LEFT));
        }
        parts.add(new Line("end " + document + ".", Size.NORMAL, Align.LEFT));
        return new Receipt(parts);
    }

    private Incident incident(String hurt, Random random) {
        return switch (hurt) {
            case "empty" -> Incident.of(random, 400, far::emptyPaper, far::refill);
            case "runs-out" -> Incident.of(random, 1, () -> far.leavePaper(random.nextInt(150)), far::refill);
            case "cover" -> Incident.of(random, 400, far::openCover, far::closeCover);
            case "cutter" -> Incident.of(random, 1, () -> far.cutterStuck(true), () -> far.cutterStuck(false));
            case "hot" -> Incident.of(random, 400, () -> far.heat(true), () -> far.heat(false));
            case "stall" -> Incident.of(random, 400, () -> far.stall(true), () -> far.stall(false));
            case "silent" -> Incident.of(random, 400, () -> far.silent(true), () -> far.silent(false));
            case "garbled" -> Incident.of(random, 400, () -> far.garble(true), () -> far.garble(false));
            case "killed" -> Incident.of(random, 400, far::off, far::on);
            case "unplugged" -> Incident.of(random, 400, far::cableOut, far::cableIn);
            default -> Incident.of(random, 1, () -> {}, () -> {});
        };
    }

    @Override
    public Out out(String document) {
        List<String> papers = Stream.concat(far.tickets().stream().map(Ticket::text), Stream.of(far.hanging()))
                .filter(text -> text.contains("begin " + document + "."))
                .toList();
        long whole = papers.stream()
                .filter(text -> text.contains("end " + document + "."))
                .count();
        return new Out(papers.size(), (int) whole);
    }

    @Override
    public void close() {
        printer.close();
        far.close();
    }
}
