package kiosk.demo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import kiosk.emulators.code.CodeScannerEmulator;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.Ticket;
import kiosk.emulators.idcard.CardImage;
import kiosk.emulators.idcard.SdtEmulator;
import kiosk.emulators.ipp.IppPrinterEmulator;
import kiosk.emulators.scanner.SaneEmulator;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import kiosk.emulators.smartcard.CardContent;
import kiosk.emulators.smartcard.SocialCardEmulator;

/** The far ends of the kiosk's wires, at the pace of real devices. */
final class Counter implements AutoCloseable {
    private static final int BAUD = 115_200;
    private static final Duration CONTACT_BYTE = Duration.ofNanos(930_000);
    private static final Duration SCAN = Duration.ofMillis(2500);
    private static final int PAGES_PER_MINUTE = 40;

    private final SdtEmulator idCards;
    private final SocialCardEmulator socialCards;
    private final CodeScannerEmulator codes;
    private final SaneEmulator scanner;
    private final ReceiptPrinterEmulator receipts;
    private final IppPrinterEmulator pages;
    private final Cast cast = new Cast();
    private final Sheet sheets = new Sheet();

    Counter(Path folder) {
        Path wires = made(folder.resolve("wires"));
        idCards = new SdtEmulator(Pty.at(wires.resolve("id-card")), Pace.of(BAUD));
        socialCards = SocialCardEmulator.on(0).pace(CONTACT_BYTE.dividedBy(10));
        codes = new CodeScannerEmulator(Pty.at(wires.resolve("code")), Pace.of(BAUD));
        scanner = SaneEmulator.on(0);
        scanner.pace(SCAN);
        receipts = ReceiptPrinterEmulator.onSerial(wires.resolve("receipts"), new DemoInk(sheets.font()));
        pages = IppPrinterEmulator.start(0, made(folder.resolve("pages")));
        pages.pagesPerMinute(PAGES_PER_MINUTE);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the world's folder cannot be made", e);
        }
    }

    /** What can be done to the devices. */
    void teach(Verbs verbs) {
        teachCards(verbs);
        teachPapers(verbs);
    }

    private void teachCards(Verbs verbs) {
        verbs.deed(
                        "lay-id-card",
                        how -> idCards.layCard(
                                CardImage.of(cast.of(need(how, "number")).idCard())))
                .deed("take-id-card", how -> idCards.takeCard())
                .deed(
                        "insert-social-card",
                        how -> socialCards.insert(
                                CardContent.of(cast.of(need(how, "number")).socialCard())))
                .deed("take-social-card", how -> socialCards.remove())
                .deed("show-code", how -> show(need(how, "code")))
                .deed("id-card-cable-out", how -> idCards.cableOut())
                .deed("id-card-cable-in", how -> idCards.cableIn())
                .question(
                        "wire-time",
                        how -> String.valueOf(
                                idCards.wireTimeOfTheLastRead(BAUD).toNanos()));
    }

    private void teachPapers(Verbs verbs) {
        verbs.deed("lay-sheet", how -> scanner.lay(sheets.titled(need(how, "title"))))
                .deed("take-sheets", how -> scanner.removeSheets())
                .deed("empty-receipts", how -> receipts.emptyPaper())
                .deed("refill-receipts", how -> receipts.refill())
                .deed("empty-pages", how -> pages.emptyPaper())
                .deed("refill-pages", how -> pages.refill())
                .deed("jam-pages", how -> pages.jam(true))
                .deed("clear-pages", how -> pages.jam(false))
                .question("receipts", how -> saveReceipts(Path.of(need(how, "folder"))))
                .question("receipt-code", how -> lastCode())
                .question("sheets-out", how -> String.valueOf(pages.sheetsOut()))
                .question(
                        "receipts-out", how -> String.valueOf(receipts.tickets().size()));
    }

    /** Holds a phone with that code in front of the scanner. */
    void show(String code) {
        codes.show(code);
    }

    /** The text of the code on the last receipt that has one. */
    private String lastCode() {
        return receipts.tickets().stream()
                .flatMap(it -> it.codes().stream())
                .reduce((before, last) -> last)
                .orElse("");
    }

    /** Every receipt that came out so far, as pictures in that folder. */
    private String saveReceipts(Path folder) {
        List<Ticket> tickets = receipts.tickets();
        StringBuilder names = new StringBuilder();
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < tickets.size(); i++) {
                Path file = folder.resolve("receipt-%02d.png".formatted(i + 1));
                if (!Files.exists(file)) {
                    ImageIO.write(tickets.get(i).image(), "png", file.toFile());
                }
                names.append(file.getFileName()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the receipts cannot be written", e);
        }
        return names.toString();
    }

    /** What the kiosk's settings need to know of the devices; the map may be added to. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        addresses.put("idCardPort", idCards.path());
        addresses.put("socialCardService", socialCards.address());
        addresses.put("codePort", codes.path());
        addresses.put("scannerPort", String.valueOf(scanner.port()));
        addresses.put("receiptPort", receipts.address());
        addresses.put("pagePrinter", pages.address().toString());
        return addresses;
    }

    private static String need(Map<String, String> how, String name) {
        String value = how.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    @Override
    public void close() {
        idCards.close();
        socialCards.close();
        codes.close();
        scanner.close();
        receipts.close();
        pages.close();
    }
}
