package kiosk.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import kiosk.desktop.diagnosis.CheckReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code kiosk} command; without a further word it starts the shell and stays until it ends. */
@Command(
        name = "kiosk",
        mixinStandardHelpOptions = true,
        versionProvider = KioskCommand.Version.class,
        subcommands = {
            DiagnoseCommand.class,
            DiagnoseCommand.SupportBundleCommand.class,
            OutboxCommand.class,
            OutboxCommand.JournalCommand.class
        },
        description = "OneStop Kiosk, the self-service terminal.")
final class KioskCommand implements Callable<Integer> {
    /** Everything is there. */
    static final int WELL = 0;
    /** Settings or catalogue cannot be used. */
    static final int CANNOT_START = 2;
    /** It could serve, but something is missing. */
    static final int SOMETHING_MISSING = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            description = "The settings file (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("/etc/onestop-kiosk/kiosk.yaml");

    /** The settings file that was named. */
    Path settingsFile() {
        return config;
    }

    @Override
    public Integer call() {
        try {
            KioskApplication.run(config);
            return WELL;
        } catch (CannotStart problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return CANNOT_START;
        }
    }

    /** Checks settings and catalogue, and whether the devices answer. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Checks settings and catalogue, and names each device as it is.",
                "Exit code 0: all is there; 2: settings or catalogue cannot be used, or the shell runs but did not"
                        + " answer; 3: a device is missing or the queue is closed."
            })
    int check() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            CheckReport report = CommandAssembly.check(config);
            report.lines().forEach(out::println);
            return report.everythingThere() ? WELL : SOMETHING_MISSING;
        } catch (CannotStart problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return CANNOT_START;
        }
    }

    /** Sets the technician's PIN; it is asked for and not echoed, or read as a line where there is no console. */
    @Command(
            name = "set-pin",
            mixinStandardHelpOptions = true,
            description = "Sets the PIN of the technician's mode: six to twelve digits, asked for after --pin.")
    int setPin(
            @Option(
                            names = "--pin",
                            interactive = true,
                            required = true,
                            prompt = "PIN: ",
                            description = "Asks for the PIN.")
                    char[] pin)
            throws InterruptedException {
        try {
            CommandAssembly.doorFiles(config).pin().set(pin);
            spec.commandLine().getOut().println("The PIN is set.");
            return WELL;
        } catch (CannotStart | IllegalArgumentException | UncheckedIOException problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return CANNOT_START;
        }
    }

    /** Gives a technician a key for one-time codes; it is shown once, for the help desk. */
    @Command(
            name = "set-technician-secret",
            mixinStandardHelpOptions = true,
            description = {
                "Gives a technician a new key for one-time codes at this terminal and prints it once, for the help"
                        + " desk.",
                "The help desk answers the terminal's challenge with it: OCRA-1:HOTP-SHA256-8:QN08 (RFC 6287)."
            })
    int setTechnicianSecret(
            @Option(
                            names = "--technician",
                            required = true,
                            description = "The technician's number, one to eight digits.")
                    int technician)
            throws InterruptedException {
        try {
            String key = CommandAssembly.doorFiles(config).secrets().renew(technician);
            spec.commandLine().getOut().println("technician " + technician + " key " + key);
            return WELL;
        } catch (CannotStart | IllegalArgumentException | UncheckedIOException problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return CANNOT_START;
        }
    }

    /** Puts a technician's card on the list of those that open the door. */
    @Command(
            name = "add-technician-card",
            mixinStandardHelpOptions = true,
            description = {
                "Lets a technician in by card: PIV with a P-256 key for card authentication (slot 9E).",
                "To take one off again, remove its line from technician.cards in the data folder."
            })
    int addTechnicianCard(
            @Option(names = "--technician", required = true, description = "The technician's number.") int technician,
            @Option(
                            names = "--key",
                            required = true,
                            description =
                                    "The card's public key: a file in PEM or DER, as the card's own tool writes it.")
                    Path key)
            throws InterruptedException {
        try {
            CommandAssembly.doorFiles(config).cards().add(technician, PublicKeyFile.read(key));
            spec.commandLine().getOut().println("The card of technician " + technician + " opens the door.");
            return WELL;
        } catch (CannotStart | IllegalArgumentException | UncheckedIOException problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return CANNOT_START;
        }
    }

    /** The version this was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"OneStop Kiosk " + number()};
        }

        static String number() {
            Properties properties = new Properties();
            try (InputStream in = KioskCommand.class.getResourceAsStream("/kiosk/desktop/version.properties")) {
                if (in != null) {
                    properties.load(in);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the version cannot be read", e);
            }
            return properties.getProperty("version", "unknown");
        }
    }
}
