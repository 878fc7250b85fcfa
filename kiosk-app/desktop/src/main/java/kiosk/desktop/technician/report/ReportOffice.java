package kiosk.desktop.technician.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import kiosk.device.PagePrinter;
import kiosk.upkeep.HandOver;

/** Makes a hand-over report a PDF and keeps it in a folder. */
public final class ReportOffice {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Function<HandOver, PagePrinter.Job> press;
    private final Path folder;

    /** An office that lays out by {@code press} and keeps what it made in that folder. */
    public ReportOffice(Function<HandOver, PagePrinter.Job> press, Path folder) {
        this.press = press;
        this.folder = folder;
    }

    /** A report on disk, ready for the printer. */
    record Kept(Path file, PagePrinter.Job job) {}

    /** Makes it and writes it; takes a second. */
    Kept keep(HandOver report) {
        PagePrinter.Job job = press.apply(report);
        Path file = folder.resolve("hand-over-" + report.terminal() + "-" + STAMP.format(report.made()) + ".pdf");
        try {
            Files.createDirectories(folder);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, job.pdf());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException("The report cannot be stored.", full);
        }
        return new Kept(file, job);
    }
}
