package kiosk.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import kiosk.catalogue.Language;
import kiosk.desktop.diagnosis.BacklogReport;
import kiosk.desktop.diagnosis.JournalReport;
import kiosk.journal.JournalVerdict;
import kiosk.submission.Backlog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox}: what waits to be delivered, without personal data; looked at beside the running shell. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what is not delivered: age, tries, cause, next attempt, size; nobody's personal data is in it.",
            "The store is read as it is, whether the shell runs or not.",
            "Exit code 0: done; 2: settings or store cannot be used; 5: there is no such submission; 6: nothing was"
                    + " written."
        })
final class OutboxCommand {
    /** The journal is not whole. */
    static final int NOT_WHOLE = 4;
    /** There is no such submission. */
    static final int NOT_THERE = 5;
    /** Nothing was written. */
    static final int NOT_WRITTEN = 6;

    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private KioskCommand kiosk = new KioskCommand();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Says it as JSON.")
    private boolean json;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what is not delivered, oldest first.")
    int list() {
        return doing(spec, () -> {
            say(
                    spec,
                    report().list(CommandAssembly.backlog(kiosk.settingsFile()).items(MOST), json));
            return KioskCommand.WELL;
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one submission that is not delivered.")
    int show(@Parameters(paramLabel = "ID", description = "Its number, or its id.") String id) {
        return doing(spec, () -> {
            Optional<Backlog.Item> item = find(id);
            item.ifPresentOrElse(
                    it -> say(spec, report().one(it, json)),
                    () -> spec.commandLine().getErr().println(report().notThere()));
            return item.isPresent() ? KioskCommand.WELL : NOT_THERE;
        });
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Has a submission tried at once, also one that was sent back or refused.",
                "The running shell is told; where none runs it is due when the shell starts."
            })
    int retry(@Parameters(paramLabel = "ID", description = "Its number, or its id.") String id) {
        return doing(spec, () -> {
            Optional<Backlog.Item> item = find(id);
            if (item.isEmpty()) {
                spec.commandLine().getErr().println(report().notThere());
                return NOT_THERE;
            }
            CommandAssembly.retry(kiosk.settingsFile(), item.get().id());
            say(spec, report().retried(item.get(), json));
            return KioskCommand.WELL;
        });
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes what waits into a file for the platform to take in, sealed as it is: nobody else can open it.",
                "It stays in the queue all the same; the platform takes nothing twice. A file that is there is not"
                        + " written over."
            })
    int export(
            @Parameters(paramLabel = "FILE", description = "The file to write, on a stick for instance.") Path file) {
        return doing(spec, () -> {
            Backlog.Export export =
                    CommandAssembly.backlog(kiosk.settingsFile()).export(file);
            say(spec, report().export(export, json));
            return export instanceof Backlog.Written ? KioskCommand.WELL : NOT_WRITTEN;
        });
    }

    private Optional<Backlog.Item> find(String id) throws InterruptedException {
        Predicate<Backlog.Item> meant = it ->
                it.number().text().equalsIgnoreCase(id) || it.id().toString().equalsIgnoreCase(id);
        return CommandAssembly.backlog(kiosk.settingsFile()).items(MOST).stream()
                .filter(meant)
                .findFirst();
    }

    private static BacklogReport report() {
        return new BacklogReport(language());
    }

    private static Language language() {
        return Locale.getDefault().getLanguage().equals("zh") ? Language.ZH_CN : Language.EN;
    }

    private static void say(CommandSpec spec, String text) {
        spec.commandLine().getOut().println(text);
    }

    /** Something that may turn out not to be possible. */
    private interface Deed {
        int done() throws InterruptedException;
    }

    private static int doing(CommandSpec spec, Deed deed) {
        try {
            return deed.done();
        } catch (CannotStart problem) {
            spec.commandLine().getErr().println(problem.getMessage());
            return KioskCommand.CANNOT_START;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return KioskCommand.CANNOT_START;
        }
    }

    /** {@code kiosk journal verify}: whether the journal is the one that was written. */
    @Command(
            name = "journal",
            mixinStandardHelpOptions = true,
            description = "Works on the journal, which is a chain that the platform signs the ends of.")
    static final class JournalCommand {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @ParentCommand
        private KioskCommand kiosk = new KioskCommand();

        @Command(
                name = "verify",
                mixinStandardHelpOptions = true,
                description = {
                    "Verifies every entry against the one before it, and the chain against every receipt in which the"
                            + " platform signed a place of it; names the first entry that is wrong.",
                    "Works beside the running shell, and on a copy of the data folder.",
                    "Exit code 0: it is whole; 2: settings or store cannot be used; 4: it is not whole."
                })
        int verify(
                @Option(names = "--json", description = "Says it as one JSON object.") boolean json,
                @Option(names = "--data", description = "A copy of a data folder, instead of the one in the settings.")
                        Optional<Path> data) {
            return doing(spec, () -> {
                JournalVerdict verdict = CommandAssembly.journal(kiosk.settingsFile(), data);
                say(spec, new JournalReport(language()).of(verdict, json));
                return verdict.whole() ? KioskCommand.WELL : NOT_WHOLE;
            });
        }
    }
}
