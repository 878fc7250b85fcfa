package kiosk.drivers.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.DocumentScannerBench;
import kiosk.contracts.DocumentScannerContract;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Broken;
import kiosk.device.DocumentScanner.NoPaper;
import kiosk.device.DocumentScanner.Outcome;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Rest;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.Patient;
import kiosk.drivers.scanner.EmulatedScannerBench;
import kiosk.emulators.scanner.EsclEmulator;
import kiosk.emulators.scanner.EsclGarble;
import kiosk.emulators.scanner.PaperSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Contract(driver = "escl", farEnd = "emulator")
class EsclScannerTest extends DocumentScannerContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final BufferedImage SHEET = PaperSheet.written();

    private final EmulatedScannerBench<EsclEmulator> here = bench(EsclEmulator.on(0));

    private static EmulatedScannerBench<EsclEmulator> bench(EsclEmulator far) {
        Map<String, String> place = Map.of("uri", far.address().toString(), "source", "feeder");
        return new EmulatedScannerBench<>(far, new EsclScannerProvider(), place, Duration.ofMillis(1500));
    }

    @Override
    protected DocumentScannerBench bench() {
        return here;
    }

    private static Outcome scan(DocumentScanner scanner, Duration patience) throws InterruptedException {
        return scanner.scan(Resolution.DPI_150, patience, share -> {});
    }

    private Fault.Cause cause() throws InterruptedException {
        return ((Broken) scan(here.scanner(), SOON)).fault().cause();
    }

    @ParameterizedTest
    @EnumSource(
            value = EsclGarble.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SILENCE"})
    void whatIsNotTheProtocolIsGarbledAtOnce(EsclGarble garble) throws Exception {
        here.emulator.lay(SHEET);
        here.emulator.garble(garble);
        long start = System.nanoTime();
        assertThat(cause()).isEqualTo(Fault.Cause.GARBLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));

        here.emulator.speakProperly();
        assertThat(here.scanner().health().nameplate().model()).isEqualTo("OneStop Sheet 3");
    }

    @Test
    void aBrokenPictureIsForgottenWithTheNextWholeOne() throws Exception {
        here.emulator.lay(SHEET, SHEET);
        here.emulator.garble(EsclGarble.TRUNCATED_JPEG);
        assertThat(cause()).isEqualTo(Fault.Cause.GARBLED);
        here.emulator.speakProperly();
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
    }

    @Test
    void aFarEndThatSaysNothingEndsWithThePatience() throws Exception {
        here.emulator.garble(EsclGarble.SILENCE);
        long start = System.nanoTime();
        assertThat(((Broken) scan(here.scanner(), Duration.ofMillis(250)))
                        .fault()
                        .cause())
                .isEqualTo(Fault.Cause.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private void scansThreeSheetsInOneJob() throws InterruptedException {
        here.emulator.lay(SHEET, SHEET, SHEET);
        for (int sheet = 0; sheet < 3; sheet++) {
            assertThat(((Scanned) scan(here.scanner(), SOON)).rest()).isEqualTo(Rest.MORE_SHEETS);
        }
        assertThat(scan(here.scanner(), SOON)).isEqualTo(new NoPaper());
        assertThat(here.emulator.jobs()).isEqualTo(1);
        assertThat(scan(here.scanner(), SOON)).isEqualTo(new NoPaper());
    }

    @Test
    void aFeederIsScannedInOneJobUntilItIsEmpty() throws Exception {
        scansThreeSheetsInOneJob();
    }

    @Test
    void theLastSheetIsNotLostWhereTheFeederSaysItIsEmptyWhileTheSheetIsOnItsWay() throws Exception {
        here.emulator.drawsAhead();
        scansThreeSheetsInOneJob();
    }

    @Test
    void aPageThatIsInIsKeptWhereTheScannerIsTooBusyToSayHowItIs() throws Exception {
        here.emulator.saysNothingWhileItScans();
        scansThreeSheetsInOneJob();
    }

    @Test
    void aJobThatTheScannerEndedIsBegunAgainWhileSheetsLieThere() throws Exception {
        here.emulator.lay(SHEET, SHEET);
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
        here.emulator.tiresOfTheJob();
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
        assertThat(here.emulator.jobs()).isEqualTo(2);
    }

    @Test
    void aSheetDrawnInForOneCitizenIsNotGivenToTheNext() throws Exception {
        here.emulator.drawsAhead();
        here.emulator.lay(SHEET, SHEET);
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
        here.scanner().beginAnew();
        assertThat(scan(here.scanner(), SOON))
                .as("the second sheet was thrown out")
                .isEqualTo(new NoPaper());
        here.emulator.lay(SHEET);
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
        assertThat(here.emulator.jobs()).isEqualTo(2);
    }

    @Test
    void aJamIsForgottenWhenTheScannerSaysThatItIsCleared() throws Exception {
        here.emulator.lay(SHEET);
        here.emulator.jam();
        assertThat(cause()).isEqualTo(Fault.Cause.PAPER_JAM);
        here.emulator.clearJam();
        assertThat(here.scanner().health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void anOpenCoverBetweenTwoSheetsIsSaid() throws Exception {
        here.emulator.lay(SHEET);
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
        here.emulator.openCover();
        assertThat(cause()).isEqualTo(Fault.Cause.COVER_OPEN);
    }

    @Test
    void theGlassScansOneSheetAndLeavesItThere() throws Exception {
        DocumentScanner glass = here.open(Map.of("source", "flatbed"));
        here.emulator.lay(SHEET);
        assertThat(((Scanned) scan(glass, SOON)).rest()).isEqualTo(Rest.NONE);
        assertThat(here.emulator.sheets()).isEqualTo(1);
        assertThat(here.emulator.cancelled()).isEqualTo(1);
    }

    @Test
    void byItselfItTakesTheFeederWhileASheetLiesInItAndElseTheGlass() throws Exception {
        DocumentScanner either = here.open(Map.of("source", "auto"));
        here.emulator.lay(SHEET);
        assertThat(scan(either, SOON)).isInstanceOf(Scanned.class);
        Patient.until(SOON, () -> here.emulator.sheets() == 0, "the feeder to have thrown it out");
        assertThat(scan(either, SOON)).as("of the feeder").isEqualTo(new NoPaper());
        assertThat(scan(either, SOON)).as("of the glass").isInstanceOf(Scanned.class);
    }

    @Test
    void interruptingEndsTheJobAtTheScanner() throws Exception {
        here.slowDown();
        here.emulator.lay(SHEET);
        CountDownLatch underWay = new CountDownLatch(1);
        Thread citizen = new Thread(() -> assertThatThrownBy(
                        () -> here.scanner().scan(Resolution.DPI_150, SOON, share -> underWay.countDown()))
                .isInstanceOf(InterruptedException.class));
        citizen.start();
        assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();
        citizen.interrupt();
        citizen.join(2000);
        assertThat(here.emulator.cancelled()).isEqualTo(1);
        assertThat(here.emulator.sheets()).as("the sheet did not go through").isEqualTo(1);
    }

    @Test
    void healthNamesTheScannerAndSaysWhatItsFeederSays() {
        Health.Nameplate nameplate = new Health.Nameplate("OneStop", "OneStop Sheet 3", "S3-0042", "");
        assertThat(here.scanner().health()).isEqualTo(Health.online(nameplate));
        here.emulator.openCover();
        assertThat(here.scanner().health())
                .isEqualTo(Health.degraded(new Fault(Fault.Cause.COVER_OPEN, "ScannerAdfHatchOpen"), nameplate));
        here.emulator.denyAccess();
        assertThat(here.scanner().health().fault().map(Fault::cause)).contains(Fault.Cause.MISCONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://scanner.example/eSCL", "ftp://127.0.0.1/eSCL", "127.0.0.1", "http://127.0.0.1.example/"})
    void anAddressThatIsNoneOrSendsPapersInTheClearIsNamed(String uri) {
        EsclScannerProvider provider = new EsclScannerProvider();
        assertThatThrownBy(() -> provider.open(new DeviceSettings("escl", Map.of("uri", uri))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uri");
    }

    @Test
    void aSourceThatIsNoneIsNamedAndAnInsecureAddressMayBeAllowed() {
        EsclScannerProvider provider = new EsclScannerProvider();
        assertThatThrownBy(() -> provider.open(
                        new DeviceSettings("escl", Map.of("uri", "https://scanner.example/eSCL", "source", "tray"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
        Map<String, String> allowed = Map.of("uri", "http://scanner.example/eSCL", "insecure", "true");
        assertThat(provider.open(new DeviceSettings("escl", allowed))).isInstanceOf(EsclScanner.class);
        assertThat(ServiceLoader.load(DeviceProvider.class))
                .anySatisfy(it -> assertThat(it.driver()).isEqualTo("escl"));
    }
}
