package kiosk.desktop;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Language;
import kiosk.config.ConfigProblem;
import kiosk.config.KioskSettings;
import kiosk.config.SettingsFile;
import kiosk.desktop.diagnosis.CheckReport;
import kiosk.desktop.diagnosis.DiagnoseRequest;
import kiosk.desktop.diagnosis.Examination;
import kiosk.desktop.diagnosis.ShellSocket;
import kiosk.desktop.diagnosis.Trials;
import kiosk.desktop.technician.Versions;
import kiosk.desktop.technician.door.DoorFiles;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.device.Health;
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
            Map<String, String> texts = Map.of(
                    "settings.txt", String.join("\n", SettingsFile.words(settingsFile)),
                    "versions.txt", String.join("\n", Versions.of(KioskCommand.Version.number(), "not told")),
                    "diagnosis.json", diagnosis);
            new SupportBundle(certificate, texts).write(settings.dataFolder(), target);
            return target;
        });
    }

    private static <T> T done(Path settingsFile, Deed<T> deed) throws InterruptedException {
        try {
            return deed.with(SettingsFile.in(settingsFile));
        } catch (ConfigProblem | IllegalArgumentException | IllegalStateException | UncheckedIOException problem) {
            throw new CannotStart(String.valueOf(problem.getMessage()));
        }
    }
}
