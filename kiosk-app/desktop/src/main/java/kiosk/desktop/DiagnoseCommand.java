package kiosk.desktop;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiosk.catalogue.Language;
import kiosk.desktop.diagnosis.DiagnoseRequest;
import kiosk.device.DeviceKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code kiosk diagnose}: names what is probably wrong, over ssh and for scripts. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at devices, line and host, and names what is probably wrong, the most probable first.",
            "The running shell is asked; where none runs, the devices are opened, looked at and closed.",
            "Exit code 0: nothing is wrong; 2: the settings cannot be used, or the shell must be stopped first; else"
                    + " who can cure the first cause: 10 it heals by itself, 11 the host's clerk, 12 a technician, 13 the"
                    + " vendor."
        })
final class DiagnoseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private KioskCommand kiosk = new KioskCommand();

    @Option(names = "--json", description = "Says it as one JSON object.")
    private boolean json;

    @Option(
            names = "--device",
            converter = Kind.class,
            description = "Says only what is about this device, for instance page-printer.")
    private Optional<DeviceKind> device = Optional.empty();

    @Option(
            names = "--test",
            description = "Also tries silent serial devices at other ports and speeds; the shell must not run.")
    private boolean test;

    /** A kind of device by its word in the settings. */
    static final class Kind implements ITypeConverter<DeviceKind> {
        @Override
        public DeviceKind convert(String word) {
            return Arrays.stream(DeviceKind.values())
                    .filter(it -> DiagnoseRequest.word(it).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("no kind of device is called " + word));
        }
    }

    @Override
    public Integer call() {
        Language language = Locale.getDefault().getLanguage().equals("zh") ? Language.ZH_CN : Language.EN;
        DiagnoseRequest request = new DiagnoseRequest(json, language, device, test);
        PrintWriter out = spec.commandLine().getOut();
        try {
            DiagnoseRequest.Answer answer = CommandAssembly.diagnose(kiosk.settingsFile(), request);
            out.print(answer.text());
            out.flush();
            return answer.exit();
        } catch (CannotStart problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return KioskCommand.CANNOT_START;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return KioskCommand.CANNOT_START;
        }
    }

    /** {@code kiosk support-bundle}: one file that the vendor alone can read. */
    @Command(
            name = "support-bundle",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the names of the settings without their values, the journal, the devices' history, versions"
                        + " and a diagnosis into one file, encrypted to the certificate that the settings name under"
                        + " support.certificate.",
                "Exit code 0: it is written; 2: the settings cannot be used or name no certificate, or the file is"
                        + " there already."
            })
    static final class SupportBundleCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @ParentCommand
        private KioskCommand kiosk = new KioskCommand();

        @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there.")
        private Path file = Path.of("support.p7m");

        @Override
        public Integer call() {
            try {
                CommandAssembly.supportBundle(kiosk.settingsFile(), file);
                spec.commandLine().getOut().println("The bundle is written.");
                return KioskCommand.WELL;
            } catch (CannotStart problem) {
                spec.commandLine().getErr().println(problem.getMessage());
                return KioskCommand.CANNOT_START;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return KioskCommand.CANNOT_START;
            }
        }
    }
}
