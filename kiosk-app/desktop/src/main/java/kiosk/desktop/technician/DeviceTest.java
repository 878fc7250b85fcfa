package kiosk.desktop.technician;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;

/** Tries a device out: the answer is the outcome's name, and never what was read. */
final class DeviceTest {
    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Devices devices;
    private final Clock clock;

    DeviceTest(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** Tries it; blocks for a minute at most. */
    String of(DeviceKind kind) throws InterruptedException {
        Object outcome = switch (kind) {
            case ID_CARD_READER -> devices.idCardReader().read(SHORT);
            case SOCIAL_CARD_READER -> devices.socialCardReader().read(SHORT);
            case CODE_SCANNER -> devices.codeScanner().scan(SHORT);
            case DOCUMENT_SCANNER -> devices.documentScanner().scan(Resolution.DPI_150, LONG, part -> {});
            case RECEIPT_PRINTER -> devices.receiptPrinter().print(receipt(), LONG);
            case PAGE_PRINTER -> devices.pagePrinter().print(page(), LONG, progress -> {});
        };
        return outcome.getClass().getSimpleName();
    }

    private Receipt receipt() {
        return new Receipt(List.of(
                new Receipt.Line("OneStop Kiosk", Receipt.Size.DOUBLE, Receipt.Align.CENTRE),
                new Receipt.Line("打印测试", Receipt.Size.TALL, Receipt.Align.CENTRE),
                new Receipt.Line(now(), Receipt.Size.NORMAL, Receipt.Align.CENTRE),
                new Receipt.Feed(3)));
    }

    private PagePrinter.Job page() {
        return new PagePrinter.Job("test-page", TestPage.pdf("OneStop Kiosk - test page - " + now()), 1);
    }

    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), CHINA)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
