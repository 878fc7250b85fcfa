package kiosk.desktop;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code kiosk support-bundle}: one file that the vendor alone can read. */
@Command(
        name = "support-bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the names of the settings without their values, the journal, the devices' history, versions and a"
                    + " diagnosis into one file, encrypted to the certificate that the settings name under"
                    + " support.certificate.",
            "Exit code 0: it is written; 2: the settings cannot be used or name no certificate, or the file is there"
                    + " already."
        })
final class SupportBundleCommand implements Callable<Integer> {
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
