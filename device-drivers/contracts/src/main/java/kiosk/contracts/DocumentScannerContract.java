package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Broken;
import kiosk.device.DocumentScanner.NoPaper;
import kiosk.device.DocumentScanner.Outcome;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.ScannedPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every document scanner must do, at whatever far end. */
@Execution(ExecutionMode.CONCURRENT)
public abstract class DocumentScannerContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final double MILLIMETRES_AN_INCH = 25.4;

    private DocumentScannerBench bench;
    private DocumentScanner scanner;

    /** A bench with a scanner that is ready and has no sheet. */
    protected abstract DocumentScannerBench bench();

    @BeforeEach
    final void setUp() {
        bench = bench();
        scanner = bench.scanner();
    }

    @AfterEach
    final void tearDown() {
        scanner.close();
        bench.close();
    }

    /** White, with a red field at the upper left and a blue one at the lower right. */
    private static BufferedImage sheet() {
        BufferedImage sheet = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 620, 877);
        graphics.setColor(Color.RED);
        graphics.fillRect(62, 88, 124, 175);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(434, 614, 124, 175);
        graphics.dispose();
        return sheet;
    }

    private static void nobody(double share) {
        // most scans are watched by nobody
    }

    private Outcome scan() throws InterruptedException {
        return scanner.scan(Resolution.DPI_150, SOON, DocumentScannerContract::nobody);
    }

    @ParameterizedTest
    @EnumSource(Resolution.class)
    void aSheetComesAsAPageOfA4InItsColours(Resolution resolution) throws Exception {
        bench.lay(sheet(), resolution);

        ScannedPage page = ((Scanned) scanner.scan(resolution, SOON, DocumentScannerContract::nobody)).page();

        assertThat(page.dotsPerInch()).isEqualTo(resolution.dotsPerInch());
        assertThat((double) page.width() / page.dotsPerInch() * MILLIMETRES_AN_INCH)
                .isCloseTo(210, within(2.0));
        assertThat((double) page.height() / page.dotsPerInch() * MILLIMETRES_AN_INCH)
                .isCloseTo(297, within(2.0));
        assertItsColours(page);
    }

    private static void assertItsColours(ScannedPage page) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.jpeg()));
        assertThat(image.getWidth()).isEqualTo(page.width());
        assertThat(image.getHeight()).isEqualTo(page.height());
        assertColour(image, 0.2, 0.2, Color.RED);
        assertColour(image, 0.8, 0.8, Color.BLUE);
        assertColour(image, 0.5, 0.5, Color.WHITE);
        assertColour(image, 0.8, 0.2, Color.WHITE);
    }

    private static void assertColour(BufferedImage image, double across, double down, Color expected) {
        Color seen = new Color(image.getRGB((int) (image.getWidth() * across), (int) (image.getHeight() * down)));
        assertThat(List.of(seen.getRed() / 64, seen.getGreen() / 64, seen.getBlue() / 64))
                .as("at %s, %s", across, down)
                .isEqualTo(List.of(expected.getRed() / 64, expected.getGreen() / 64, expected.getBlue() / 64));
    }

    @Test
    void progressGrowsToTheWhole() throws Exception {
        bench.lay(sheet());
        List<Double> shares = new ArrayList<>();
        Thread caller = Thread.currentThread();

        scanner.scan(Resolution.DPI_150, SOON, share -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            shares.add(share);
        });

        assertThat(shares).isSorted().hasSizeGreaterThan(2).allMatch(share -> share >= 0 && share <= 1);
        assertThat(shares.get(shares.size() - 1)).isEqualTo(1.0);
    }

    @Test
    void withoutASheetThereIsNoPaper() throws Exception {
        assertThat(scan()).isEqualTo(new NoPaper());

        bench.lay(sheet());
        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void aJamIsSaidUntilItIsClearedAndTheHealthRemembersIt() throws Exception {
        bench.lay(sheet());
        bench.jam();
        assertThat(causeOf(scan())).isEqualTo(Fault.Cause.PAPER_JAM);
        assertThat(scanner.health().fault().map(Fault::cause)).contains(Fault.Cause.PAPER_JAM);

        bench.clearJam();
        assertThat(scan()).isInstanceOf(Scanned.class);
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void anOpenCoverIsSaidUntilItIsClosed() throws Exception {
        bench.lay(sheet());
        bench.openCover();
        assertThat(causeOf(scan())).isEqualTo(Fault.Cause.COVER_OPEN);

        bench.closeCover();
        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void aScannerHeldByAnotherProgramIsBusy() throws Exception {
        bench.lay(sheet());
        bench.occupy();
        assertThat(causeOf(scan())).isEqualTo(Fault.Cause.BUSY);

        bench.release();
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void interruptingCancelsWithinHalfASecondAndTheNextScanIsWhole() throws Exception {
        bench.slowDown();
        bench.lay(sheet());
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Thread citizen = new Thread(() -> {
            try {
                scanner.scan(Resolution.DPI_150, SOON, share -> underWay.countDown());
            } catch (InterruptedException asAsked) {
                cancelled.countDown();
            }
        });
        citizen.start();
        assertThat(underWay.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(scanner.health().state()).as("while a page is scanned").isEqualTo(Health.State.ONLINE);
        citizen.interrupt();
        assertThat(cancelled.await(HALF_A_SECOND.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void aPageThatTakesLongerThanThePatienceEndsWithIt() throws Exception {
        bench.slowDown();
        bench.lay(sheet());
        long start = System.nanoTime();

        Outcome outcome = scanner.scan(Resolution.DPI_150, Duration.ofSeconds(1), DocumentScannerContract::nobody);
        assertThat(causeOf(outcome)).isEqualTo(Fault.Cause.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aServiceThatDiesMidPageIsSaidAtOnceAndTheNextScanIsWhole() throws Exception {
        bench.lay(sheet());
        bench.dieMidScan();
        assertThat(causeOf(scan())).isEqualTo(Fault.Cause.NO_ANSWER);

        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void aMissingServiceIsSaidAndHealsWhenItIsThere() throws Exception {
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        bench.stopService();
        assertThat(scanner.health().fault().map(Fault::cause)).contains(Fault.Cause.SERVICE_MISSING);
        assertThat(causeOf(scan())).isEqualTo(Fault.Cause.SERVICE_MISSING);

        bench.startService();
        assertThat(scanner.health().state()).as("before a scan").isEqualTo(Health.State.ONLINE);
        bench.lay(sheet());
        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void anUnpluggedScannerIsNotConnectedAndHealsWhenPluggedIn() throws Exception {
        bench.unplug();
        assertThat(scanner.health().fault().map(Fault::cause)).contains(Fault.Cause.NOT_CONNECTED);
        assertThat(causeOf(scan())).isEqualTo(Fault.Cause.NOT_CONNECTED);

        bench.plug();
        assertThat(scanner.health().state()).as("before a scan").isEqualTo(Health.State.ONLINE);
        bench.lay(sheet());
        assertThat(scan()).isInstanceOf(Scanned.class);
    }

    @Test
    void aClosedScannerIsOfflineAndClosingTwiceIsHarmless() throws Exception {
        scanner.close();
        scanner.close();

        assertThat(scan()).isInstanceOf(Broken.class);
        assertThat(scanner.health().state()).isEqualTo(Health.State.OFFLINE);
    }

    private static Fault.Cause causeOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Broken.class);
        return ((Broken) outcome).fault().cause();
    }
}
