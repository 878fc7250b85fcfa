package kiosk.drivers.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.DocumentScannerBench;
import kiosk.contracts.DocumentScannerContract;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Broken;
import kiosk.device.DocumentScanner.Cancelled;
import kiosk.device.DocumentScanner.Outcome;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.drivers.peers.Contract;
import kiosk.emulators.scanner.Garble;
import kiosk.emulators.scanner.PaperSheet;
import kiosk.emulators.scanner.SaneEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Contract(driver = "sane-net", farEnd = "emulator")
class SaneScannerTest extends DocumentScannerContract {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final EmulatedScannerBench<SaneEmulator> here = bench(SaneEmulator.on(0));

    private static EmulatedScannerBench<SaneEmulator> bench(SaneEmulator saned) {
        Map<String, String> place = Map.of("host", "127.0.0.1", "port", String.valueOf(saned.port()));
        return new EmulatedScannerBench<>(saned, new SaneScannerProvider(), place, Duration.ofSeconds(4));
    }

    @Override
    protected DocumentScannerBench bench() {
        return here;
    }

    private Outcome scan(DocumentScanner scanner, Duration patience) throws InterruptedException {
        return scanner.scan(Resolution.DPI_150, patience, share -> {});
    }

    private static Fault faultOf(Outcome outcome) {
        return ((Broken) outcome).fault();
    }

    @ParameterizedTest
    @EnumSource(
            value = Garble.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SILENCE", "EMPTY_RECORDS"})
    void whatIsNotTheProtocolIsGarbledAtOnceAndForgottenAfterwards(Garble garble) throws Exception {
        here.emulator.lay(PaperSheet.written());
        here.emulator.garble(garble);
        long start = System.nanoTime();
        assertThat(faultOf(scan(here.scanner(), SOON)).cause()).isEqualTo(Fault.Cause.GARBLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));

        here.emulator.speakProperly();
        here.emulator.lay(PaperSheet.written());
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Garble.class,
            names = {"SILENCE", "EMPTY_RECORDS"})
    void aFarEndThatNeverComesToThePointEndsWithThePatience(Garble garble) throws Exception {
        here.emulator.lay(PaperSheet.written());
        here.emulator.garble(garble);
        long start = System.nanoTime();

        assertThat(faultOf(scan(here.scanner(), Duration.ofSeconds(1))).cause())
                .isIn(Fault.Cause.NO_ANSWER, Fault.Cause.GARBLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void healthOfASilentServiceIsAnsweredWithinTwoSeconds() {
        here.emulator.garble(Garble.SILENCE);
        long start = System.nanoTime();

        assertThat(here.scanner().health().fault().map(Fault::cause)).contains(Fault.Cause.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2100));
    }

    @Test
    void healthNamesTheScanner() {
        assertThat(here.scanner().health())
                .isEqualTo(Health.online(new Health.Nameplate("OneStop", "Sheet 2", "", "")));
    }

    @Test
    void aScannerThatIsKnownIsAskedItselfAndNotEveryBackendOfSaned() {
        DocumentScanner scanner = here.scanner();
        for (int looks = 0; looks < 5; looks++) {
            assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        }
        assertThat(here.emulator.listed()).isEqualTo(1);
        here.emulator.unplug();
        assertThat(scanner.health().fault().map(Fault::cause)).contains(Fault.Cause.NOT_CONNECTED);
        here.emulator.plug();
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        assertThat(here.emulator.listed()).isEqualTo(3);
    }

    @Test
    void aScannerThatAnotherProgramHoldsIsBusyUntilItIsLetGo() {
        DocumentScanner scanner = here.scanner();
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        here.emulator.occupy();
        assertThat(scanner.health().fault().map(Fault::cause)).contains(Fault.Cause.BUSY);
        here.emulator.release();
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void aHostThatIsNotAllowedIsMisconfigured() throws Exception {
        here.emulator.denyAccess();

        assertThat(faultOf(scan(here.scanner(), SOON)))
                .isEqualTo(new Fault(Fault.Cause.MISCONFIGURED, "SANE_STATUS_ACCESS_DENIED"));
        assertThat(here.scanner().health().fault().map(Fault::cause)).contains(Fault.Cause.MISCONFIGURED);
    }

    @Test
    void theGlassScansWithoutTakingTheSheetAway() throws Exception {
        DocumentScanner glass = here.open(Map.of("source", "flatbed"));
        here.emulator.lay(PaperSheet.written());

        assertThat(scan(glass, SOON)).isInstanceOf(Scanned.class);
        assertThat(here.emulator.sheets()).isEqualTo(1);
        assertThat(scan(here.scanner(), SOON)).isInstanceOf(Scanned.class);
        assertThat(here.emulator.sheets()).as("the feeder takes it").isZero();
    }

    @Test
    void aSourceOrDeviceTheScannerDoesNotHaveIsNamed() throws Exception {
        here.emulator.lay(PaperSheet.blank());

        assertThat(faultOf(scan(here.open(Map.of("source", "Tray 9")), SOON)))
                .isEqualTo(new Fault(Fault.Cause.MISCONFIGURED, "no such source"));
        DocumentScanner other = here.open(Map.of("device", "test:0"));
        assertThat(faultOf(scan(other, SOON)).cause()).isEqualTo(Fault.Cause.NOT_CONNECTED);
        assertThat(other.health().fault().map(Fault::cause)).contains(Fault.Cause.NOT_CONNECTED);
    }

    @Test
    void interruptingTellsTheScannerToCancel() throws Exception {
        here.slowDown();
        here.emulator.lay(PaperSheet.written());
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
    void closingDuringAScanCancelsIt() throws Exception {
        here.slowDown();
        here.emulator.lay(PaperSheet.written());
        CountDownLatch underWay = new CountDownLatch(1);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> {
            try {
                return here.scanner().scan(Resolution.DPI_150, SOON, share -> underWay.countDown());
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();
        here.scanner().close();

        assertThat(outcome.get(1, TimeUnit.SECONDS)).isEqualTo(new Cancelled());
    }

    @Test
    void aHostThatIsNotThereIsNotConnected() throws Exception {
        DeviceSettings nowhere = new DeviceSettings("sane-net", Map.of("host", "no-such-host.invalid"));
        DocumentScanner scanner = (DocumentScanner) new SaneScannerProvider().open(nowhere);

        assertThat(scanner.health().fault().map(Fault::cause)).contains(Fault.Cause.NOT_CONNECTED);
        assertThat(faultOf(scan(scanner, SOON)).cause()).isEqualTo(Fault.Cause.NOT_CONNECTED);
    }

    @Test
    void anOptionThatIsMissingOrNoPortIsNamed() {
        SaneScannerProvider provider = new SaneScannerProvider();

        assertThatThrownBy(() -> provider.open(new DeviceSettings("sane-net", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host");
        assertThatThrownBy(() -> provider.open(new DeviceSettings("sane-net", Map.of("host", "x", "port", "99999"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port");
    }

    @Test
    void theDriverIsFoundByItsName() {
        assertThat(ServiceLoader.load(DeviceProvider.class))
                .anySatisfy(provider -> assertThat(provider.driver()).isEqualTo("sane-net"));
    }
}
