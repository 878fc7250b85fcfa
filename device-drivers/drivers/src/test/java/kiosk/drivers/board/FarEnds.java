package kiosk.drivers.board;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kiosk.emulators.code.CodeScannerEmulator;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.TicketInk;
import kiosk.emulators.idcard.SdtEmulator;
import kiosk.emulators.ipp.IppPrinterEmulator;
import kiosk.emulators.scanner.SaneEmulator;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import kiosk.emulators.smartcard.SocialCardEmulator;

/** The program that is the far end of six devices, until its standard input ends: a line for each says how it is reached. */
final class FarEnds {
    private FarEnds() {}

    public static void main(String[] args) throws IOException {
        PrintStream says = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SdtEmulator idCards = new SdtEmulator(Pty.open(), Pace.none());
                CodeScannerEmulator codes = new CodeScannerEmulator(Pty.open(), Pace.none());
                SocialCardEmulator socialCards = SocialCardEmulator.on(0);
                SaneEmulator scanner = SaneEmulator.on(0);
                IppPrinterEmulator pages = IppPrinterEmulator.start(0);
                ReceiptPrinterEmulator receipts = ReceiptPrinterEmulator.onSerial(TicketInk.none())) {
            says.println("sdt-serial port=" + idCards.path());
            says.println("serial-code port=" + codes.path());
            says.println("pcsc-social provider=kiosk.emulators.smartcard.VirtualPcsc provider-argument="
                    + socialCards.address());
            says.println("sane-net host=127.0.0.1 port=" + scanner.port());
            says.println("ipp uri=" + pages.address());
            says.println("escpos-serial port=" + receipts.address());
            says.println();
            System.in.read();
        }
    }
}
