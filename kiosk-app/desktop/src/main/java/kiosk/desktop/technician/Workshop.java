package kiosk.desktop.technician;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import kiosk.desktop.technician.door.DoorScreen;
import kiosk.desktop.technician.door.Guard;
import kiosk.desktop.technician.place.Rebinder;
import kiosk.desktop.technician.report.ReportOffice;
import kiosk.desktop.technician.report.ReportPane;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.Health;
import kiosk.diagnosis.Attachment;
import kiosk.diagnosis.SiteSurvey;
import kiosk.journal.Journal;
import kiosk.submission.Backlog;
import kiosk.submission.Outbox;
import kiosk.upkeep.DeviceBook;

/**
 * What a technician works on.
 *
 * @param terminal the terminal's name
 * @param session how long a technician may stay
 * @param healths how the devices were when last looked at; does not block
 * @param attachments how the devices are attached
 * @param book what became of the devices
 * @param versions what runs here
 */
public record Workshop(
        String terminal,
        Guard guard,
        Duration session,
        Journal journal,
        Devices devices,
        Supplier<Map<DeviceKind, Health>> healths,
        Supplier<Map<DeviceKind, Attachment>> attachments,
        Rebinder rebinder,
        SiteSurvey survey,
        DeviceBook book,
        ReportOffice reports,
        Outbox outbox,
        Carrying carrying,
        Versions versions) {
    /**
     * What waits, to be looked at and to be carried.
     *
     * @param stick writes what waits to the first stick that is found; it may take minutes
     */
    public record Carrying(Backlog backlog, Supplier<Backlog.Export> stick) {}

    /** What the door is made of; {@code bench} does the slow work. */
    public DoorScreen.Setting door(Executor bench) {
        return new DoorScreen.Setting(guard, terminal, devices.socialCardReader(), bench);
    }

    /** What a hand-over report is made from; {@code bench} does the slow work, and the queue was looked at before. */
    ReportPane.Source source(Executor bench, Supplier<Optional<Outbox.Summary>> queue) {
        return new ReportPane.Source(terminal, healths, book, queue, reports, devices.pagePrinter(), journal, bench);
    }
}
