package kiosk.demo.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import kiosk.desktop.diagnosis.Examination;
import kiosk.desktop.diagnosis.Trials;
import kiosk.device.Device;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.Health;
import kiosk.diagnosis.Diagnosis;
import kiosk.diagnosis.Suspect;
import kiosk.emulators.code.CodeScannerEmulator;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.TicketInk;
import kiosk.emulators.idcard.SdtEmulator;
import kiosk.emulators.ipp.IppPrinterEmulator;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import kiosk.sync.SyncSettings;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.disk.Limits;
import kiosk.sync.survey.LineSurvey;
import kiosk.sync.survey.Machine;
import platform.ReferencePlatform;

/** A terminal with real drivers on emulated wires and a line to the reference platform, examined as the command line does it. */
final class Terminal implements AutoCloseable {
    final SdtEmulator idCards = new SdtEmulator(Pty.open(), Pace.none());
    final CodeScannerEmulator codes = new CodeScannerEmulator(Pty.open(), Pace.none());
    final ReceiptPrinterEmulator receipts = ReceiptPrinterEmulator.onSerial(TicketInk.none());
    final IppPrinterEmulator pages = IppPrinterEmulator.start(0);
    final ReferencePlatform platform;
    final Map<DeviceKind, DeviceSettings> devices = new EnumMap<>(DeviceKind.class);

    private final Path folder;
    private Path data;
    private PlatformAddress address;
    private Machine machine;
    private Optional<Path> authorities = Optional.empty();

    Terminal(Path folder) throws IOException {
        this.folder = folder;
        this.data = Files.createDirectories(folder.resolve("data"));
        this.platform = ReferencePlatform.start(folder.resolve("platform"));
        this.address = new PlatformAddress(platform.uri());
        this.machine = new Machine(Machine.real().ports(), folder.resolve("what else this machine does is not told"));
        attach(DeviceKind.ID_CARD_READER, "sdt-serial", Map.of("port", idCards.path()));
        attach(DeviceKind.CODE_SCANNER, "serial-code", Map.of("port", codes.path()));
        attach(DeviceKind.RECEIPT_PRINTER, "escpos-serial", Map.of("port", receipts.address()));
        attach(DeviceKind.PAGE_PRINTER, "ipp", Map.of("uri", pages.address().toString()));
    }

    void attach(DeviceKind kind, String driver, Map<String, String> options) {
        devices.put(kind, new DeviceSettings(driver, options));
    }

    /** Changes one option of a device in the settings. */
    void set(DeviceKind kind, String option, String value) {
        DeviceSettings before = devices.get(kind);
        Map<String, String> options = new HashMap<>(before.options());
        options.put(option, value);
        devices.put(kind, new DeviceSettings(before.driver(), options));
    }

    void platformAt(PlatformAddress other, Optional<Path> trusted) {
        address = other;
        authorities = trusted;
    }

    void on(Machine other) {
        machine = other;
    }

    void dataIn(Path other) {
        data = other;
    }

    SyncSettings farSide() {
        return new SyncSettings(
                "K001",
                address,
                data,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                Duration.ofDays(1),
                Duration.ofSeconds(1),
                authorities,
                Optional.empty(),
                Limits.USUAL,
                SyncSettings.Identity.DEMO);
    }

    /** What is suspected, the most probable first, once silent devices were tried another way. */
    List<Suspect> suspects() throws InterruptedException {
        Map<DeviceKind, Health> healths = healths();
        Trials trials = new Trials(Terminal::opened, folder);
        return new Examination(devices, () -> healths, new LineSurvey(farSide(), machine))
                .whole(trials.of(devices, healths), hop -> {}).diagnoses().stream()
                        .map(Diagnosis::suspect)
                        .toList();
    }

    private Map<DeviceKind, Health> healths() {
        Map<DeviceKind, Health> healths = new EnumMap<>(DeviceKind.class);
        List<Device> opened = new ArrayList<>();
        devices.forEach((kind, how) -> {
            Device device = opened(how);
            opened.add(device);
            healths.put(kind, device.health());
        });
        opened.forEach(Device::close);
        return healths;
    }

    private static Device opened(DeviceSettings how) {
        return ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(it -> it.driver().equals(how.driver()))
                .findFirst()
                .orElseThrow()
                .open(how);
    }

    @Override
    public void close() {
        idCards.close();
        codes.close();
        receipts.close();
        pages.close();
        platform.close();
    }
}
