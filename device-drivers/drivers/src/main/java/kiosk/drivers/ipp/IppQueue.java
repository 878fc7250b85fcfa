package kiosk.drivers.ipp;

import com.hp.jipp.cups.Cups;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;

/** A printer's queue: the five operations of RFC 8011 that a kiosk needs. */
final class IppQueue {
    /** The fault of a device that was closed. */
    static final Fault CLOSED = new Fault(Cause.NOT_CONNECTED, "closed");

    private static final byte[] NOTHING = {};
    private static final String USER = "kiosk";
    private static final int SEARCHED = 100;
    private static final AttributeType<?>[] OF_PRINTER = {
        Types.printerState,
        Types.printerStateReasons,
        Types.printerIsAcceptingJobs,
        Types.documentFormatSupported,
        Types.printerSupply,
        Types.printerInputTray,
        Types.mediaReady,
        Cups.Types.markerTypes,
        Cups.Types.markerLevels,
        Types.printerMakeAndModel,
        Types.printerDeviceId,
        Types.printerSerialNumber,
        Types.printerFirmwareStringVersion
    };
    private static final AttributeType<?>[] OF_JOB = {
        Types.jobName,
        Types.jobState,
        Types.jobStateReasons,
        Types.jobImpressionsCompleted,
        Types.jobMediaSheetsCompleted
    };

    private final IppAddress address;
    private final IppConnection connection;
    private final String format;
    private final String media;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Health lastHealth =
            Health.offline(new Fault(Cause.NO_ANSWER, "not asked yet"), Health.Nameplate.UNKNOWN);

    IppQueue(IppAddress address, String format, String media) {
        this.address = address;
        this.connection = new IppConnection(address.http());
        this.format = format;
        this.media = media;
    }

    /** Why no job of ours can be given to a printer that reports so. */
    Optional<Fault> refusal(PrinterReport report) {
        return report.refusal(format, media);
    }

    /** Asks the printer how it is; {@link #lastHealth()} keeps the answer. */
    PrinterReport printer(Duration limit) throws IppFailure, InterruptedException {
        try {
            PrinterReport report = PrinterReport.of(
                    ask(IppPacket.getPrinterAttributes(address.printer(), OF_PRINTER), NOTHING, limit));
            lastHealth = report.health(format, media);
            return report;
        } catch (IppFailure e) {
            lastHealth = Health.offline(e.fault(), lastHealth.nameplate());
            throw e;
        }
    }

    /** How the printer was when it was last asked. */
    Health lastHealth() {
        return isClosed() ? Health.offline(CLOSED, lastHealth.nameplate()) : lastHealth;
    }

    /** Waits between two questions. Answers whether the queue was closed: then nobody waits any longer. */
    boolean pause(Duration time) throws InterruptedException {
        return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    void close() {
        closed.countDown();
    }

    /** Starts a job, one side a sheet, and answers its number. */
    int start(String jobName, byte[] document, Duration limit) throws IppFailure, InterruptedException {
        IppPacket.Builder request = IppPacket.printJob(address.printer())
                .putOperationAttributes(Types.jobName.of(jobName), Types.documentFormat.of(format))
                .putJobAttributes(Types.copies.of(1), Types.media.of(media), Types.sides.of("one-sided"));
        return IppValues.first(ask(request, document, limit), Tag.jobAttributes, Types.jobId)
                .orElseThrow(() -> IppFailure.unknown(Cause.GARBLED, "no job-id"));
    }

    /**
     * Where our job is. A printer that was restarted may have given its number to somebody else's: a job of another name is answered like
     * one that is not found. A printer may keep less of a name than it was given, or none.
     */
    JobReport job(int id, String jobName, Duration limit) throws IppFailure, InterruptedException {
        IppPacket answer = ask(IppPacket.getJobAttributes(address.printer(), id, OF_JOB), NOTHING, limit);
        if (!jobName.startsWith(IppValues.text(answer, Tag.jobAttributes, Types.jobName))) {
            throw IppStatus.notFound();
        }
        return JobReport.of(answer);
    }

    void cancel(int id, Duration limit) throws IppFailure, InterruptedException {
        ask(IppPacket.cancelJob(address.printer(), id), NOTHING, limit);
    }

    /** Looks for a job by its name among those that wait or print, then among the last that ended. */
    OptionalInt find(String jobName, Duration limit) throws IppFailure, InterruptedException {
        OptionalInt open = find(jobName, "not-completed", limit);
        return open.isPresent() ? open : find(jobName, "completed", limit);
    }

    private OptionalInt find(String jobName, String which, Duration limit) throws IppFailure, InterruptedException {
        IppPacket.Builder request = IppPacket.getJobs(address.printer(), Types.jobId, Types.jobName)
                .putOperationAttributes(Types.whichJobs.of(which), Types.limit.of(SEARCHED));
        return ask(request, NOTHING, limit).getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .filter(group -> IppValues.text(group, Types.jobName).equals(Optional.of(jobName)))
                .flatMap(group -> IppValues.first(group, Types.jobId).stream())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private IppPacket ask(IppPacket.Builder request, byte[] document, Duration limit)
            throws IppFailure, InterruptedException {
        IppPacket packet = request.putOperationAttributes(Types.requestingUserName.of(USER))
                .setRequestId(requests.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1))
                .build();
        return connection.ask(packet, document, limit);
    }
}
