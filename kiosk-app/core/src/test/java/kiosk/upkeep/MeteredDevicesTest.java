package kiosk.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kiosk.device.AbsentDevice;
import kiosk.device.CardTrouble;
import kiosk.device.Device;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.PagePrinter;
import kiosk.device.Presence;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.device.SocialCardReader;
import kiosk.twin.CardSlot;
import kiosk.twin.CardTray;
import kiosk.twin.CodeWindow;
import kiosk.twin.PaperFeeder;
import kiosk.twin.PaperRoll;
import kiosk.twin.PaperStack;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import org.junit.jupiter.api.Test;

/** What comes out of a device is handed on untouched, and counted once. */
class MeteredDevicesTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Fault GONE = new Fault(Fault.Cause.NOT_CONNECTED, "");
    private static final Receipt RECEIPT = new Receipt(List.of(
            new Receipt.Line("一站通", Size.DOUBLE, Align.CENTRE),
            new Receipt.Line("x".repeat(49), Size.NORMAL, Align.LEFT),
            new Receipt.QrCode("1234567890"),
            new Receipt.Picture(8, 100, new byte[100]),
            new Receipt.Rule(),
            new Receipt.Feed(3)));

    private final CardTray tray = new CardTray();
    private final CardSlot slot = new CardSlot();
    private final CodeWindow window = new CodeWindow();
    private final PaperFeeder feeder = new PaperFeeder();
    private final PaperRoll roll = new PaperRoll();
    private final PaperStack stack = new PaperStack();
    private final MemoryDeviceBook book = new MemoryDeviceBook(TurnedClock.standing(), Paper.USUAL);
    private final Devices devices = MeteredDevices.of(new Devices(tray, slot, window, feeder, roll, stack), book);

    private Map<Tally, Long> tallies(DeviceKind kind) {
        return book.life(kind).tallies();
    }

    private void worked(DeviceKind kind, long works, long failures) {
        assertThat(book.life(kind).week()).singleElement().satisfies(hour -> {
            assertThat(hour.works()).isEqualTo(works);
            assertThat(hour.failures()).isEqualTo(failures);
        });
    }

    @Test
    void cardsAreCountedByWhatCameOfThemAndAReaderThatIsAwayIsNot() throws InterruptedException {
        tray.lay(People.zhangsCard());
        assertThat(devices.idCardReader().read(SOON)).isInstanceOf(IdCardReader.Read.class);
        assertThat(devices.idCardReader().presence()).isEqualTo(Presence.THERE);
        assertThat(devices.idCardReader().lastTook()).isZero();
        tray.layUnreadable(CardTrouble.LAY_AGAIN);
        devices.idCardReader().read(SOON);
        tray.breakDown();
        devices.idCardReader().read(SOON);
        tray.lift();
        assertThat(devices.idCardReader().read(SOON)).isEqualTo(new IdCardReader.NoCard());
        assertThat(tallies(DeviceKind.ID_CARD_READER)).isEqualTo(Map.of(Tally.CARDS_READ, 1L, Tally.CARDS_FAILED, 1L));
        worked(DeviceKind.ID_CARD_READER, 2, 1);
    }

    @Test
    void socialCardsAreCountedAtTheirOwnReader() throws InterruptedException {
        slot.insert(People.zhangsSocialCard());
        assertThat(devices.socialCardReader().read(SOON)).isInstanceOf(SocialCardReader.Read.class);
        assertThat(devices.socialCardReader().presence()).isEqualTo(Presence.THERE);
        assertThat(devices.socialCardReader().lastTook()).isZero();
        slot.insertUnreadable(CardTrouble.HOLDER_PROTECTED);
        devices.socialCardReader().read(SOON);
        slot.breakDown();
        devices.socialCardReader().read(SOON);
        assertThat(tallies(DeviceKind.SOCIAL_CARD_READER))
                .isEqualTo(Map.of(Tally.CARDS_READ, 1L, Tally.CARDS_FAILED, 1L));
        assertThat(tallies(DeviceKind.ID_CARD_READER)).isEmpty();
        worked(DeviceKind.SOCIAL_CARD_READER, 2, 1);
    }

    @Test
    void codesAreCountedAndNonsenseIsAFailure() throws InterruptedException {
        window.show("EC-0001");
        devices.codeScanner().scan(SOON);
        window.showNonsense();
        devices.codeScanner().scan(SOON);
        devices.codeScanner().scan(SOON);
        assertThat(tallies(DeviceKind.CODE_SCANNER)).isEqualTo(Map.of(Tally.CODES_READ, 1L));
        worked(DeviceKind.CODE_SCANNER, 2, 1);
    }

    @Test
    void anEmptyFeederIsNoFailureOfTheScanner() throws InterruptedException {
        feeder.laySheet();
        feeder.willEnd(new DocumentScanner.Broken(new Fault(Fault.Cause.PAPER_JAM, "")));
        for (int i = 0; i < 3; i++) {
            devices.documentScanner().beginAnew();
            devices.documentScanner().scan(Resolution.DPI_200, SOON, part -> {});
        }
        assertThat(tallies(DeviceKind.DOCUMENT_SCANNER))
                .isEqualTo(Map.of(Tally.PAGES_SCANNED, 1L, Tally.SCANS_FAILED, 1L));
        worked(DeviceKind.DOCUMENT_SCANNER, 2, 1);
    }

    @Test
    void aReceiptThatMayBeOutUsedPaperAndOneThatIsNotDidNot() throws InterruptedException {
        ReceiptPrinter printer = devices.receiptPrinter();
        assertThat(printer.print(RECEIPT, SOON)).isEqualTo(new ReceiptPrinter.Printed());
        assertThat(roll.out()).containsExactly(RECEIPT);
        long whole = book.life(DeviceKind.RECEIPT_PRINTER).of(Tally.MILLIMETRES_PRINTED);
        assertThat(whole).isEqualTo((120 + 48 + 60 + 168 + 100 + 2 + 90) / 8);
        roll.willEnd(new ReceiptPrinter.Uncertain(GONE));
        printer.print(RECEIPT, SOON);
        roll.willEnd(new ReceiptPrinter.NotPrinted(GONE));
        printer.print(RECEIPT, SOON);
        assertThat(tallies(DeviceKind.RECEIPT_PRINTER))
                .isEqualTo(Map.of(
                        Tally.RECEIPTS_PRINTED,
                        1L,
                        Tally.CUTS,
                        1L,
                        Tally.PRINTS_FAILED,
                        2L,
                        Tally.MILLIMETRES_PRINTED,
                        2 * whole));
        worked(DeviceKind.RECEIPT_PRINTER, 3, 2);
    }

    @Test
    void sheetsAreCountedAsTheyCameOutAndTheWatcherHearsOfThem() throws InterruptedException {
        PagePrinter.Job job = new PagePrinter.Job("n", new byte[0], 3);
        int[] heard = {0};
        devices.pagePrinter().print(job, SOON, progress -> heard[0]++);
        assertThat(heard[0]).isEqualTo(3);
        stack.willEnd(new PagePrinter.NotPrinted(GONE));
        devices.pagePrinter().print(job, SOON, progress -> {});
        assertThat(tallies(DeviceKind.PAGE_PRINTER))
                .isEqualTo(Map.of(Tally.PAGES_PRINTED, 3L, Tally.PRINTS_FAILED, 1L));
        worked(DeviceKind.PAGE_PRINTER, 2, 1);
    }

    @Test
    void sheetsThatWereSeenBeforeTheLineBrokeAreCountedToo() throws InterruptedException {
        PagePrinter half = new HalfwayPrinter();
        Devices none = AbsentDevice.none();
        Devices metered = MeteredDevices.of(
                new Devices(
                        none.idCardReader(),
                        none.socialCardReader(),
                        none.codeScanner(),
                        none.documentScanner(),
                        none.receiptPrinter(),
                        half),
                book);
        metered.pagePrinter().print(new PagePrinter.Job("n", new byte[0], 3), SOON, progress -> {});
        assertThat(tallies(DeviceKind.PAGE_PRINTER))
                .isEqualTo(Map.of(Tally.PAGES_PRINTED, 2L, Tally.PRINTS_FAILED, 1L));
    }

    private static final class HalfwayPrinter implements PagePrinter {
        @Override
        public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) {
            watcher.accept(new Sheets(2));
            watcher.accept(new Held(GONE));
            return new Uncertain(GONE);
        }

        @Override
        public Health health() {
            return Health.online(Health.Nameplate.UNKNOWN);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void healthAndClosingReachTheDeviceItself() {
        assertThat(devices.all()).allMatch(it -> it.health().usable());
        devices.all().forEach(Device::close);
        assertThat(List.of(
                        tray.closed(), slot.closed(), window.closed(), feeder.closed(), roll.closed(), stack.closed()))
                .containsOnly(true);
    }
}
