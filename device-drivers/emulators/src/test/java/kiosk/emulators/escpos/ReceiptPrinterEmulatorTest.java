package kiosk.emulators.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import kiosk.device.Receipt.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The emulated printer as a plain socket meets it. */
@Timeout(10)
class ReceiptPrinterEmulatorTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Every character a black cell, every code one black module. */
    private static final TicketInk BLACK = new TicketInk() {
        @Override
        public boolean[][] character(String character, int width, int height) {
            boolean[][] dots = new boolean[height][width];
            for (boolean[] row : dots) {
                Arrays.fill(row, true);
            }
            return dots;
        }

        @Override
        public boolean[][] code(String text) {
            return new boolean[][] {{true}};
        }
    };

    private final ReceiptPrinterEmulator printer = ReceiptPrinterEmulator.onTcp(0, BLACK);
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        String[] address = printer.address().split(":");
        socket = new Socket(address[0], Integer.parseInt(address[1]));
        socket.setSoTimeout(5000);
    }

    @AfterEach
    void tearDown() throws IOException {
        socket.close();
        printer.close();
    }

    private void send(String hex) throws IOException {
        socket.getOutputStream().write(HEX.parseHex(hex.replace(" ", "")));
    }

    private String ask(String hex, int answers) throws IOException {
        send(hex);
        return HEX.formatHex(new DataInputStream(socket.getInputStream()).readNBytes(answers));
    }

    private String status() throws IOException {
        return ask("10 04 01 10 04 02 10 04 03 10 04 04", 4);
    }

    @Test
    void theStatusBytesAreThoseOfTheReference() throws IOException {
        assertThat(status()).isEqualTo("12121212");
        printer.openCover();
        assertThat(status()).isEqualTo("1a161212");
        printer.closeCover();
        printer.nearEnd();
        assertThat(status()).isEqualTo("1212121e");
        printer.emptyPaper();
        assertThat(status()).isEqualTo("1a32127e");
        printer.refill();
        printer.heat(true);
        assertThat(status()).isEqualTo("1a525212");
    }

    @Test
    void statusIsAnsweredAtOnceButAnAcknowledgementOnlyWhenThePrinterGetsThere() throws IOException {
        printer.openCover();
        assertThat(ask("41 0A 1D 72 01 10 04 01", 1)).isEqualTo("1a");
        printer.closeCover();
        assertThat(ask("", 1)).isEqualTo("00");
        assertThat(printer.hanging()).isEqualTo("A\n");
    }

    @Test
    void textIsDrawnWhereItStandsAndCutIntoATicket() throws IOException {
        byte[] chinese = "办件".getBytes(Charset.forName("GBK"));
        send("1B 40 1B 61 01 1D 21 11 1C 26");
        socket.getOutputStream().write(chinese);
        assertThat(ask("1C 2E 0A 1D 56 42 00 1D 72 01", 1)).isEqualTo("00");
        Ticket ticket = printer.tickets().get(0);
        assertThat(ticket.text()).isEqualTo("办件\n");
        BufferedImage image = ticket.image();
        assertThat(image.getWidth()).isEqualTo(576);
        assertThat(black(image, 288 - 48, 0)).isTrue();
        assertThat(black(image, 288 + 47, 47)).isTrue();
        assertThat(black(image, 288 - 49, 0)).isFalse();
        assertThat(black(image, 288, 48)).isFalse();
        assertThat(ticket.toString()).doesNotContain("办");
    }

    private static boolean black(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFFFFFF) == 0;
    }

    @Test
    void aLongLineIsWrapped() throws IOException {
        send("41".repeat(49) + "0A");
        assertThat(ask("1D 56 00 1D 72 01", 1)).isEqualTo("00");
        assertThat(printer.tickets().get(0).text()).isEqualTo("A".repeat(48) + "\nA\n");
    }

    @Test
    void aRasterIsPrintedDotByDotAndACodeByTheCaller() throws IOException {
        send("1D 76 30 00 02 00 02 00 80 01 7F FE");
        send("1D 28 6B 03 00 31 43 08 1D 28 6B 08 00 31 50 30 48 45 4C 4C 4F 1D 28 6B 03 00 31 51 30");
        assertThat(ask("1D 56 00 1D 72 01", 1)).isEqualTo("00");
        Ticket ticket = printer.tickets().get(0);
        Picture picture = ticket.picture();
        assertThat(picture.height()).isEqualTo(10);
        assertThat(picture.bits()).startsWith(0x80, 0x01, 0);
        assertThat(picture.bits()[72]).isEqualTo((byte) 0x7F);
        assertThat(picture.bits()[144]).isEqualTo((byte) 0xFF);
        assertThat(ticket.codes()).containsExactly("HELLO");
        assertThat(printer.unknownCommands()).isZero();
    }

    @Test
    void clearingForgetsWhatWasReceivedEvenInTheMiddleOfACommand() throws IOException {
        send("1D 76 30 00 48 00 FF 00 AA AA");
        assertThat(ask("10 14 08 01 03 14 01 06 02 08", 3)).isEqualTo("372500");
        assertThat(ask("42 0A 1D 72 01", 1)).isEqualTo("00");
        assertThat(printer.hanging()).isEqualTo("B\n");
    }

    @Test
    void aStuckKnifeIsAnErrorUntilItIsFreed() throws IOException {
        printer.cutterStuck(true);
        send("41 0A 1D 56 00 1D 72 01");
        String status = status();
        while (!status.startsWith("1a")) {
            status = status();
        }
        assertThat(status).isEqualTo("1a521a12");
        printer.cutterStuck(false);
        assertThat(ask("", 1)).isEqualTo("00");
        assertThat(printer.tickets()).hasSize(1);
    }

    @Test
    void commandsItDoesNotKnowAreCounted() throws IOException {
        assertThat(ask("1B 99 1D 99 1C 99 07 1D 28 41 01 00 00 1D 72 01", 1)).isEqualTo("00");
        assertThat(printer.unknownCommands()).isEqualTo(5);
    }

    @Test
    void itNamesItself() throws IOException {
        assertThat(new String(HEX.parseHex(ask("1D 49 42", 9)), StandardCharsets.US_ASCII))
                .isEqualTo("_OneStop\0");
    }

    @Test
    void switchedOffItForgetsWhatItHadReceived() throws IOException {
        printer.openCover();
        assertThat(ask("41 0A 10 04 01", 1)).isEqualTo("1a");
        printer.off();
        printer.on();
        printer.closeCover();
        assertThat(ask("42 0A 1D 72 01", 1)).isEqualTo("00");
        assertThat(printer.hanging()).isEqualTo("B\n");
    }
}
