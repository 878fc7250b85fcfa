package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault.Cause;
import kiosk.device.Health.Nameplate;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Picture;
import kiosk.device.Receipt.QrCode;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ReceiptPrinter.NotPrinted;
import kiosk.device.ReceiptPrinter.Outcome;
import kiosk.device.ReceiptPrinter.Printed;
import kiosk.device.ReceiptPrinter.Uncertain;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.Ticket;
import kiosk.emulators.escpos.TicketInk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a printer and a wire do to a receipt beyond what every bench can be made to do. */
@Timeout(20)
class EscPosHazardsTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onSerial(TicketInk.none());
    private final ReceiptPrinter printer = serial(115_200);

    private ReceiptPrinter serial(int baud) {
        Map<String, String> options = Map.of("port", far.address(), "baud", Integer.toString(baud));
        return (ReceiptPrinter) new EscPosSerialProvider().open(new DeviceSettings("escpos-serial", options));
    }

    @AfterEach
    void tearDown() {
        printer.close();
        far.close();
    }

    private static Receipt lines(int count) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new Line("受理编号 " + i, Size.NORMAL, Align.LEFT));
        }
        return new Receipt(parts);
    }

    private static Picture noise(int width, int height) {
        byte[] bits = new byte[(width + 7) / 8 * height];
        new Random(7).nextBytes(bits);
        return new Picture(width, height, bits);
    }

    private FutureTask<Outcome> printing(Receipt receipt) throws InterruptedException {
        far.speed(150);
        FutureTask<Outcome> printing = new FutureTask<>(() -> printer.print(receipt, AMPLE));
        new Thread(printing, "printing").start();
        assertThat(far.awaitLine(AMPLE)).isTrue();
        return printing;
    }

    @Test
    void everyDotOfAPictureArrivesAndNoCommandIsUnknown() throws InterruptedException {
        Picture picture = noise(576, 300);
        assertThat(printer.print(new Receipt(List.of(picture)), AMPLE)).isEqualTo(new Printed());
        Ticket ticket = far.tickets().get(0);
        byte[] dots = new byte[picture.bits().length];
        System.arraycopy(ticket.picture().bits(), 0, dots, 0, dots.length);
        assertThat(dots).isEqualTo(picture.bits());
        assertThat(far.unknownCommands()).isZero();
    }

    @Test
    void aPictureFullOfStatusQuestionsIsStillPrinted() throws InterruptedException {
        byte[] bits = new byte[72 * 90];
        for (int i = 0; i + 2 < bits.length; i += 3) {
            bits[i] = 0x10;
            bits[i + 1] = 0x04;
            bits[i + 2] = (byte) (1 + i % 4);
        }
        assertThat(printer.print(new Receipt(List.of(new Picture(576, 90, bits))), AMPLE))
                .isEqualTo(new Printed());
    }

    @Test
    void aCodesTextArrivesWithItsChineseCharacters() throws InterruptedException {
        printer.print(new Receipt(List.of(new QrCode("https://example.org/?s=办件"))), AMPLE);
        assertThat(far.tickets().get(0).codes()).containsExactly("https://example.org/?s=办件");
    }

    @Test
    void aSlowLineIsNotTakenForASilentPrinter() throws InterruptedException {
        printer.close();
        far.wireSpeed(19_200);
        try (ReceiptPrinter slow = serial(19_200)) {
            assertThat(slow.print(new Receipt(List.of(noise(576, 60), new QrCode("x".repeat(300)))), AMPLE))
                    .isEqualTo(new Printed());
        }
    }

    @Test
    void statusThatNobodyAskedForIsNotTakenForAnAnswer() throws InterruptedException {
        assertThat(printer.health().usable()).isTrue();
        far.babble(new byte[] {0x1A, 0x32, 0x1A, 0x7E, 0x11, 0x13, 0x10, 0x0C});
        assertThat(printer.print(lines(3), AMPLE)).isEqualTo(new Printed());
        assertThat(printer.health().usable()).isTrue();
    }

    @Test
    void answersToAnEarlierReceiptAreNotTakenForThisOnes() throws Exception {
        FutureTask<Outcome> cut = printing(lines(20));
        far.stall(true);
        far.cableOut();
        assertThat(cut.get()).isInstanceOf(Uncertain.class);
        far.cableIn();
        far.stall(false);
        assertThat(printer.print(lines(2), AMPLE)).isEqualTo(new Printed());
        assertThat(far.tickets()).last().extracting(Ticket::text).isEqualTo("受理编号 0\n受理编号 1\n");
    }

    @Test
    void aPrinterThatKnowsNoTokensPrintsAllTheSame() throws Exception {
        far.knowsTokens(false);
        FutureTask<Outcome> cut = printing(lines(20));
        far.openCover();
        assertThat(cut.get()).isInstanceOf(Uncertain.class);
        far.closeCover();
        assertThat(printer.print(lines(2), AMPLE)).isEqualTo(new Printed());
        assertThat(far.tickets()).last().extracting(Ticket::text).isEqualTo("受理编号 0\n受理编号 1\n");
    }

    @Test
    void anOverheatedHeadIsWaitedFor() throws Exception {
        FutureTask<Outcome> printing = printing(lines(60));
        far.heat(true);
        long end = System.nanoTime() + AMPLE.toNanos();
        while (printer.health().usable() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(printer.health().fault().orElseThrow().cause()).isEqualTo(Cause.TOO_HOT);
        assertThat(printing.isDone()).isFalse();
        far.heat(false);
        assertThat(printing.get(10, TimeUnit.SECONDS)).isEqualTo(new Printed());
    }

    @Test
    void anInterruptBeforeTheFirstLineIsThrownAndNothingIsPrinted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> printer.print(lines(3), AMPLE));
        assertThat(far.tickets()).isEmpty();
        assertThat(far.hanging()).isEmpty();
    }

    @Test
    void anInterruptMidReceiptIsUncertainAndStaysSet() throws Exception {
        far.speed(150);
        FutureTask<Boolean> printing = new FutureTask<>(() -> printer.print(lines(90), AMPLE) instanceof Uncertain
                && Thread.currentThread().isInterrupted());
        Thread thread = new Thread(printing, "printing");
        thread.start();
        assertThat(far.awaitLine(AMPLE)).isTrue();
        thread.interrupt();
        assertThat(printing.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingEndsAReceiptThatIsPrinting() throws Exception {
        FutureTask<Outcome> printing = printing(lines(400));
        printer.close();
        assertThat(printing.get(5, TimeUnit.SECONDS)).isInstanceOf(Uncertain.class);
    }

    @Test
    void theNameplateIsThePrintersOwn() {
        assertThat(printer.health().nameplate())
                .isEqualTo(new Nameplate("OneStop", "Emulated Receipt 80", "EMU80-0001", "2.03"));
    }

    @Test
    void aHostThatTakesEverythingAndNeverAnswersIsGivenUpAtOnce() throws IOException, InterruptedException {
        try (ServerSocket pit = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ReceiptPrinter drowned = tcp("127.0.0.1", pit.getLocalPort())) {
            long started = System.nanoTime();
            assertThat(drowned.print(lines(3), AMPLE))
                    .isInstanceOfSatisfying(
                            NotPrinted.class,
                            not -> assertThat(not.fault().cause()).isEqualTo(Cause.NO_ANSWER));
            assertThat(drowned.health().usable()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aHostThatDoesNotExistIsNotConnected() {
        try (ReceiptPrinter nowhere = tcp("no-such-host.invalid", 9100)) {
            assertThat(nowhere.health().fault().orElseThrow().cause()).isEqualTo(Cause.NOT_CONNECTED);
        }
    }

    private static ReceiptPrinter tcp(String host, int port) {
        Map<String, String> options = Map.of("host", host, "port", Integer.toString(port));
        return (ReceiptPrinter) new EscPosTcpProvider().open(new DeviceSettings("escpos-tcp", options));
    }

    @Test
    void bothDriversAreFoundAndNameTheOptionTheyDislike() {
        for (String driver : List.of("escpos-serial", "escpos-tcp")) {
            DeviceProvider provider = ServiceLoader.load(DeviceProvider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(found -> found.driver().equals(driver))
                    .findFirst()
                    .orElseThrow();
            for (Map<String, String> options : List.of(
                    Map.of("colour", "red"),
                    Map.of("port", "x", "baud", "fast", "host", "y"),
                    Map.<String, String>of())) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> provider.open(new DeviceSettings(driver, options)))
                        .withMessageMatching(".*(option|know).*");
            }
        }
    }
}
