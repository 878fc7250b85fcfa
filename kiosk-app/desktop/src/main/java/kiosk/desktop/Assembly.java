package kiosk.desktop;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Text;
import kiosk.config.CatalogueFiles;
import kiosk.config.ConfigProblem;
import kiosk.config.KioskSettings;
import kiosk.config.SettingsFile;
import kiosk.desktop.diagnosis.CheckReport;
import kiosk.desktop.diagnosis.DiagnoseRequest;
import kiosk.desktop.diagnosis.Examination;
import kiosk.desktop.diagnosis.RetryRequest;
import kiosk.desktop.diagnosis.ShellSocket;
import kiosk.desktop.technician.Versions;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.technician.door.DoorFiles;
import kiosk.desktop.technician.report.ReportOffice;
import kiosk.device.Device;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.Health;
import kiosk.documents.PaperOffice;
import kiosk.documents.QrMatrix;
import kiosk.documents.Typefaces;
import kiosk.documents.scan.ScanDesk;
import kiosk.journal.Occurrence;
import kiosk.sync.Sync;
import kiosk.sync.SyncSettings;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.keys.Pkcs11Keys;
import kiosk.sync.survey.LineSurvey;
import kiosk.sync.survey.Machine;
import kiosk.sync.upkeep.SqliteDeviceBook;
import kiosk.upkeep.Attendance;
import kiosk.upkeep.MeteredDevices;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.runner.Ports;
import kiosk.visit.runner.PortsPerformer;
import kiosk.visit.runner.Shown;
import kiosk.visit.runner.VisitRunner;

/** Introduces the modules to each other: the one place that knows them all. */
public final class Assembly implements AutoCloseable {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final Duration LOOK_AT_DEVICES = Duration.ofSeconds(2);

    private final KioskSettings settings;
    private final Catalogue catalogue;
    private final Sync sync;
    private final SqliteDeviceBook book;
    private final DeviceRack rack;
    private final Devices devices;
    private final PaperOffice office;
    private final SurroundingsWatch watch;
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final VisitRunner runner;
    private Optional<ShellSocket> socket = Optional.empty();

    private Assembly(KioskSettings settings, Consumer<Shown> audience) {
        this.settings = settings;
        this.catalogue = catalogue(settings);
        this.rack = new DeviceRack(settings.dataFolder());
        Devices bare = rack.open(settings.devices());
        this.sync = Sync.open(farSide(settings));
        this.book = SqliteDeviceBook.open(settings.dataFolder().resolve("upkeep.db"), CLOCK, settings.paper());
        this.devices = MeteredDevices.of(bare, book);
        this.watch = new SurroundingsWatch(
                devices,
                () -> sync.platform().reachable(),
                () -> sync.outbox().summary().closed(),
                sync.journal());
        this.office = new PaperOffice(settings.place(), settings.help(), Typefaces.with(settings.fontFolders()));
        this.runner = new VisitRunner(setting(), audience.andThen(it -> sync.someoneIsServed(it.isServed())));
    }

    /**
     * Opens everything that a settings file names; nothing is shown before {@link #start}.
     *
     * @param audience told what is to be drawn, on the visit thread
     * @throws CannotStart if settings or catalogue cannot be used, or another process works on the data folder
     */
    public static Assembly open(Path settingsFile, Consumer<Shown> audience) {
        try {
            return new Assembly(SettingsFile.in(settingsFile), audience);
        } catch (ConfigProblem | IllegalArgumentException | IllegalStateException | UncheckedIOException problem) {
            throw new CannotStart(String.valueOf(problem.getMessage()));
        }
    }

    /** What the far side is made from. */
    static SyncSettings farSide(KioskSettings settings) {
        KioskSettings.Platform platform = settings.platform();
        return new SyncSettings(
                settings.terminal(),
                new PlatformAddress(platform.url()),
                settings.dataFolder(),
                CLOCK,
                platform.probe(),
                platform.spread(),
                platform.authorities(),
                platform.key(),
                CommandAssembly.limits(settings),
                identity(platform));
    }

    private static SyncSettings.Identity identity(KioskSettings.Platform platform) {
        return new SyncSettings.Identity(
                platform.token().map(it -> new Pkcs11Keys.Token(it.module(), it.slot(), it.pinFile())),
                platform.enrolment());
    }

    /** What is offered, as the settings say. */
    static Catalogue catalogue(KioskSettings settings) {
        return settings.catalogueFolder().map(CatalogueFiles::in).orElseGet(CatalogueFiles::shipped);
    }

    private VisitRunner.Setting setting() {
        Ports ports = new Ports(
                devices,
                sync.platform(),
                sync.outbox(),
                office,
                new ScanDesk(ScanDesk.USUAL_BYTES),
                sync.prints(),
                sync.drafts(settings.keepDrafts()),
                sync.slips(),
                loudspeaker,
                sync.journal(),
                CLOCK);
        PortsPerformer performer = new PortsPerformer(ports, settings.patience());
        return new VisitRunner.Setting(performer, settings.patience(), catalogue, watch::now, sync.journal(), CLOCK);
    }

    /** Begins to serve. */
    public void start() {
        sync.journal().note(Occurrence.STARTED);
        sync.whenReachChanges(departments -> runner.surroundingsChanged());
        watch.onChange(runner::surroundingsChanged);
        watch.printsLeftBy(printer -> book.life(printer).printsLeft());
        watch.onLook(new Attendance(book, CLOCK)::seen);
        watch.start(LOOK_AT_DEVICES);
        socket = ShellSocket.open(
                settings.dataFolder(),
                request -> RetryRequest.answer(request, sync.outbox(), sync.journal())
                        .or(() -> DiagnoseRequest.parse(request).map(this::examined))
                        .orElseGet(this::checked));
        runner.start();
        warmUp();
    }

    private String checked() {
        return CheckReport.of(healths())
                .with(book)
                .withQueue(sync.outbox()::summary)
                .with("loudspeaker: " + (loudspeaker.audible() ? "present" : "none"))
                .text();
    }

    private String examined(DiagnoseRequest request) {
        LineSurvey survey = new LineSurvey(farSide(settings), Machine.real(), sync.certificate());
        return request.answeredBy(new Examination(rack.placed(settings.devices()), this::healths, survey));
    }

    /** Opens the fonts of the papers before the first citizen waits for them. */
    private void warmUp() {
        Thread thread = new Thread(() -> office.missing("一"), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** Moves the visits. */
    public VisitRunner runner() {
        return runner;
    }

    /** What is offered. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The name of the place. */
    public Text place() {
        return settings.place();
    }

    /** Whom a citizen can ask. */
    public Text help() {
        return settings.help();
    }

    /** How long before its end a step warns. */
    public Duration warning() {
        return settings.warning();
    }

    /** What a technician works on. */
    public Workshop workshop() {
        KioskSettings.Technician technician = settings.technician();
        return new Workshop(
                settings.terminal(),
                doorFiles(settings).guard(technician.attempts(), technician.lockedFor(), sync.journal()),
                settings.patience().of(new UnderMaintenance(0)).orElseThrow(),
                sync.journal(),
                devices,
                watch::healths,
                rack::attachments,
                rack,
                new LineSurvey(farSide(settings), Machine.real(), sync.certificate()),
                book,
                new ReportOffice(office::handOver, settings.dataFolder().resolve("hand-over")),
                sync.outbox(),
                CommandAssembly.carrying(settings),
                new Versions(KioskCommand.Version.number(), Optional.of(settings.terminal())));
    }

    /** Where the technician's PIN and keys are kept. */
    static DoorFiles doorFiles(KioskSettings settings) {
        return DoorFiles.in(settings.dataFolder(), settings.technician().pinFile());
    }

    /** Draws a text as a QR code: its modules, rows from the top. */
    public boolean[][] code(String text) {
        return QrMatrix.of(text);
    }

    /** How the devices were when last looked at. */
    public Map<DeviceKind, Health> healths() {
        return watch.healths();
    }

    @Override
    public void close() {
        socket.ifPresent(ShellSocket::close);
        runner.close();
        watch.close();
        devices.all().forEach(Device::close);
        book.close();
        sync.journal().note(Occurrence.STOPPED);
        sync.close();
    }
}
