package kiosk.desktop;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Language;
import kiosk.config.ConfigProblem;
import kiosk.config.KioskSettings;
import kiosk.config.SettingsFile;
import kiosk.desktop.diagnosis.CheckReport;
import kiosk.desktop.diagnosis.DiagnoseRequest;
import kiosk.desktop.diagnosis.Examination;
import kiosk.desktop.diagnosis.RetryRequest;
import kiosk.desktop.diagnosis.ShellSocket;
import kiosk.desktop.diagnosis.Trials;
import kiosk.desktop.technician.Versions;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.technician.door.DoorFiles;
import kiosk.desktop.widget.Texts;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.device.Health;
import kiosk.journal.JournalVerdict;
import kiosk.submission.Backlog;
import kiosk.submission.SubmissionId;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.QueueView;
import kiosk.sync.audit.Stick;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Limits;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.store.Store;
import kiosk.sync.support.SupportBundle;
import kiosk.sync.survey.LineSurvey;
import kiosk.sync.survey.Machine;

/** Introduces the modules to each other for the {@code kiosk} command: it asks the running shell, or looks by itself where none runs. */
final class CommandAssembly {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(40);
    /** Addresses of the line come from the settings: they are left out. */
    private static final String CODE_OF_A_HOP = "(\"trouble\": (?:null|\"[a-z-]*\"), \"code\": )\"[^\"]*\"";

    private static final Path SERIAL_PORTS = Path.of("/dev/serial/by-path");

    private CommandAssembly() {}

    /** What is done with settings that can be used. */
    private interface Deed<T> {
        T with(KioskSettings settings) throws InterruptedException;
    }

    /**
     * What {@code kiosk check} says.
     *
     * @throws CannotStart if settings or catalogue cannot be used
     */
    static CheckReport check(Path settingsFile) throws InterruptedException {
        return done(settingsFile, settings -> {
            Catalogue catalogue = Assembly.catalogue(settings);
            CheckReport report = ShellSocket.ask(settings.dataFolder(), "check", SHORT)
                    .map(CheckReport::parse)
                    .orElseGet(() -> CheckReport.of(new DeviceRack(settings.dataFolder()).looked(settings.devices())));
            return report.with("catalogue: " + catalogue.items().size() + " items");
        });
    }

    /**
     * What {@code kiosk diagnose} says.
     *
     * @throws CannotStart if the settings cannot be used, or a running shell holds the devices that are to be tried
     */
    static DiagnoseRequest.Answer diagnose(Path settingsFile, DiagnoseRequest request) throws InterruptedException {
        return done(settingsFile, settings -> {
            if (request.test() && ShellSocket.isAnswered(settings.dataFolder())) {
                throw new CannotStart("the shell holds the devices; stop it before devices are tried another way");
            }
            Optional<String> told = ShellSocket.ask(settings.dataFolder(), request.line(), LONG);
            return told.isPresent() ? heard(told.get()) : request.answer(examined(settings, request.test()));
        });
    }

    private static DiagnoseRequest.Answer heard(String told) {
        return DiagnoseRequest.Answer.parse(told)
                .orElseThrow(() -> new CannotStart("the shell runs but answered something else; try again"));
    }

    /**
     * Where the technician's PIN and keys are kept.
     *
     * @throws CannotStart if the settings cannot be used
     */
    static DoorFiles doorFiles(Path settingsFile) throws InterruptedException {
        return done(settingsFile, Assembly::doorFiles);
    }

    private static Examination.Outcome examined(KioskSettings settings, boolean test) throws InterruptedException {
        DeviceRack rack = new DeviceRack(settings.dataFolder());
        Map<DeviceKind, DeviceSettings> devices = rack.placed(settings.devices());
        Map<DeviceKind, Health> healths = rack.looked(settings.devices());
        Trials trials = new Trials(rack::one, SERIAL_PORTS);
        LineSurvey survey = new LineSurvey(Assembly.farSide(settings), Machine.real());
        return new Examination(devices, () -> healths, survey)
                .whole(test ? trials.of(devices, healths) : Map.of(), hop -> {});
    }

    /**
     * Writes a bundle for the vendor's support.
     *
     * @throws CannotStart if the settings cannot be used, name no certificate, or the file is there already
     */
    static void supportBundle(Path settingsFile, Path target) throws InterruptedException {
        DiagnoseRequest request = new DiagnoseRequest(true, Language.EN, Optional.empty(), false);
        String diagnosis = diagnose(settingsFile, request).text().replaceAll(CODE_OF_A_HOP, "$1\"\"");
        done(settingsFile, settings -> {
            Path certificate = settings.supportCertificate()
                    .orElseThrow(() -> new IllegalArgumentException("the settings name no support.certificate"));
            Versions versions = new Versions(KioskCommand.Version.number(), Optional.empty());
            Map<String, String> texts = Map.of(
                    "settings.txt", String.join("\n", SettingsFile.words(settingsFile)),
                    "versions.txt", String.join("\n", versions.lines(new Texts())),
                    "diagnosis.json", diagnosis);
            new SupportBundle(certificate, texts).write(settings.dataFolder(), target);
            return target;
        });
    }

    /**
     * What waits in the store that the settings name.
     *
     * @throws CannotStart if the settings cannot be used; reading it throws that, too, where there is no store
     */
    static Backlog backlog(Path settingsFile) throws InterruptedException {
        Backlog queue = done(settingsFile, settings -> new QueueView(settings.dataFolder()));
        return new Backlog() {
            @Override
            public List<Item> items(int most) {
                return tried(() -> queue.items(most));
            }

            @Override
            public Export export(Path file) {
                return tried(() -> queue.export(file));
            }
        };
    }

    /** How much of the disk the store may use, and how long what is over stays. */
    static Limits limits(KioskSettings settings) {
        KioskSettings.Queue queue = settings.queue();
        return Limits.USUAL.keeping(queue.receipts(), queue.notes());
    }

    /** What a technician carries away on a stick. */
    static Workshop.Carrying carrying(KioskSettings settings) {
        QueueView queue = new QueueView(settings.dataFolder());
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        return new Workshop.Carrying(
                queue,
                () -> Stick.found()
                        .map(stick -> queue.export(Stick.fileOn(stick, settings.terminal(), clock)))
                        .orElse(new Backlog.NotWritten(Backlog.WhyNot.NO_STICK)));
    }

    /**
     * Has the running shell try something again; where none runs it is noted in the store.
     *
     * @throws CannotStart if the shell does not answer, or the store cannot be opened
     */
    static void retry(Path settingsFile, SubmissionId id) throws InterruptedException {
        done(settingsFile, settings -> {
            Optional<String> told = ShellSocket.ask(settings.dataFolder(), new RetryRequest(id).line(), SHORT);
            if (told.isPresent() && !told.get().equals(RetryRequest.DONE)) {
                throw new CannotStart("the shell runs but could not store it; see \"kiosk check\"");
            }
            if (told.isEmpty()) {
                Clock clock = Clock.systemUTC();
                try (Store store = Store.open(settings.dataFolder(), limits(settings), clock)) {
                    store.tryAgain(id, clock.instant());
                }
            }
            return id;
        });
    }

    /**
     * What comes of verifying the journal in that folder, or in the one that the settings name.
     *
     * @throws CannotStart if the settings cannot be used, or there is no store
     */
    static JournalVerdict journal(Path settingsFile, Optional<Path> data) throws InterruptedException {
        return data.isPresent()
                ? verified(data.get(), Optional.empty())
                : done(
                        settingsFile,
                        it -> verified(it.dataFolder(), it.platform().key()));
    }

    private static JournalVerdict verified(Path folder, Optional<Path> delivered) {
        return tried(() -> {
            try (StoreView store = StoreView.of(folder)) {
                return JournalAudit.of(store, new KeyShelf(folder.resolve("platform.keys"), delivered));
            }
        });
    }

    private static <T> T tried(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException unreadable) {
            throw new CannotStart(String.valueOf(unreadable.getMessage()));
        }
    }

    private static <T> T done(Path settingsFile, Deed<T> deed) throws InterruptedException {
        try {
            return deed.with(SettingsFile.in(settingsFile));
        } catch (ConfigProblem | IllegalArgumentException | IllegalStateException | UncheckedIOException problem) {
            throw new CannotStart(String.valueOf(problem.getMessage()));
        }
    }
}
