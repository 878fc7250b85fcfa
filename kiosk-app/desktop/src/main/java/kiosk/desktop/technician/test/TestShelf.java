package kiosk.desktop.technician.test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kiosk.device.Devices;
import kiosk.diagnosis.SiteSurvey;
import kiosk.upkeep.Subject;

/** The guided test of each subject; the touch screen's has a screen of its own. */
public final class TestShelf {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int ROUNDS = 10;
    private static final int SOCIAL_ROUNDS = 3;

    private final Devices devices;
    private final SiteSurvey survey;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Tests of these devices, and of line and machine by that survey. */
    public TestShelf(Devices devices, SiteSurvey survey, Clock clock) {
        this.devices = devices;
        this.survey = survey;
        this.clock = clock;
    }

    /** The test of that. */
    public GuidedTest of(Subject subject) {
        return switch (subject) {
            case ID_CARD_READER -> new CardTest(CardTest.of(devices.idCardReader()), ROUNDS, System::nanoTime);
            case SOCIAL_CARD_READER ->
                new CardTest(CardTest.of(devices.socialCardReader()), SOCIAL_ROUNDS, System::nanoTime);
            case CODE_SCANNER -> new CodeTest(devices.codeScanner(), code());
            case DOCUMENT_SCANNER -> new SheetTest(devices.documentScanner());
            case RECEIPT_PRINTER -> new ReceiptTest(devices.receiptPrinter(), devices.codeScanner(), code());
            case PAGE_PRINTER -> new PageTest(devices.pagePrinter(), "OneStop Kiosk - test page - " + now());
            case SPEAKER -> new SpeakerTest(Tone::play);
            case TOUCH_SCREEN -> throw new IllegalArgumentException("the touch screen is tested on its own screen");
            case NETWORK, CLOCK, DISK, MEMORY, DATABASE -> new SurveyTest(subject, survey);
        };
    }

    private String code() {
        return "OSK-TEST-%08X".formatted(random.nextInt());
    }

    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), CHINA)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
