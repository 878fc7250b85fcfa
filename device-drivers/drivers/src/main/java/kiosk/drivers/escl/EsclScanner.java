package kiosk.drivers.escl;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;
import kiosk.device.DocumentScanner;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.ScannedPage;
import kiosk.drivers.scanner.Deadline;
import kiosk.drivers.scanner.ScanEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scans pages from a network scanner by eSCL (Mopria eSCL Technical Specification 2.97), also called AirScan. A job at the feeder stays
 * open from page to page, as its sheets come one after the other; where nobody asks for the next one it is ended.
 */
public final class EsclScanner implements DocumentScanner {
    private static final Logger LOG = LoggerFactory.getLogger(EsclScanner.class);
    private static final Duration GLANCE = Duration.ofMillis(1700);
    private static final Duration NOBODY_ASKS = Duration.ofSeconds(20);
    private static final Fault CLOSED = new Fault(Fault.Cause.NOT_CONNECTED, "closed");

    private final EsclConnection connection;
    private final Source source;
    private final ReentrantLock inUse = new ReentrantLock();
    private final OpenJob open;
    private Optional<EsclCapabilities> known = Optional.empty();
    private volatile Health lastKnown = Health.offline(new Fault(Fault.Cause.NO_ANSWER, ""), Health.Nameplate.UNKNOWN);
    private volatile Optional<Fault> lastScansFault = Optional.empty();
    private volatile Deadline underWay = Deadline.in(Duration.ZERO);
    private volatile boolean closed;

    EsclScanner(URI root, Source source) {
        this.connection = new EsclConnection(root);
        this.source = source;
        this.open = new OpenJob(connection, inUse, NOBODY_ASKS);
    }

    /** Where the paper is taken from. */
    enum Source {
        /** The feeder while a sheet lies in it, else the glass. */
        AUTO,
        FEEDER,
        FLATBED
    }

    @Override
    public Outcome scan(Resolution resolution, Duration patience, DoubleConsumer progress) throws InterruptedException {
        if (closed) {
            return new Broken(CLOSED);
        }
        if (!inUse.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Broken(new Fault(Fault.Cause.BUSY, ""));
        }
        try {
            underWay = Deadline.in(patience);
            Outcome outcome = scanned(resolution.dotsPerInch(), underWay, progress);
            lastScansFault = ScanEnd.lasting(outcome).filter(it -> !EsclStatus.shows(it.cause()));
            return closed ? new Cancelled() : outcome;
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public void beginAnew() {
        open.giveUp();
    }

    private Outcome scanned(int dotsPerInch, Deadline deadline, DoubleConsumer progress) throws InterruptedException {
        boolean whole = false;
        try {
            Optional<Outcome> next = continued(dotsPerInch, deadline, progress);
            Outcome outcome = next.isPresent() ? next.get() : begun(dotsPerInch, deadline, progress);
            whole = outcome instanceof Scanned scanned && scanned.rest() == Rest.MORE_SHEETS;
            return outcome;
        } catch (EsclOrder.Refused refused) {
            LOG.info("scan refused: {}", refused.fault().code());
            return new Broken(refused.fault());
        } catch (IOException failure) {
            LOG.info("scan failed: {}", failure.getClass().getSimpleName());
            return whatWentWrong(failure, deadline);
        } finally {
            if (!whole) {
                open.end();
            }
        }
    }

    /**
     * Asks the job that is open for its next sheet, and only where it has none asks the scanner why: its status may say that the feeder
     * is empty while the last sheet is on its way. Empty if no such job is open, or if the scanner ended it while sheets lie there.
     */
    private Optional<Outcome> continued(int dotsPerInch, Deadline deadline, DoubleConsumer progress)
            throws IOException, InterruptedException, EsclOrder.Refused {
        Optional<EsclJob> job = open.goingOn(dotsPerInch);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        Optional<Outcome> page = page(job.get(), deadline, progress);
        if (page.isPresent()) {
            return page;
        }
        open.end();
        Optional<EsclStatus> status = statusIfAny(deadline);
        Optional<Fault> fault = status.flatMap(it -> it.fault(true));
        if (fault.isPresent()) {
            return fault.map(Broken::new);
        }
        return status.filter(EsclStatus::waiting).isPresent() ? Optional.empty() : Optional.of(new NoPaper());
    }

    private Outcome begun(int dotsPerInch, Deadline deadline, DoubleConsumer progress)
            throws IOException, InterruptedException, EsclOrder.Refused {
        EsclCapabilities capabilities = capabilities(deadline);
        EsclStatus status = status(deadline);
        boolean feeding = feeds(capabilities, status);
        Optional<Outcome> hindrance = hindrance(status, feeding);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        EsclJob job = open.is(new EsclOrder(connection, capabilities).place(feeding, dotsPerInch, deadline));
        Optional<Outcome> page = page(job, deadline, progress);
        return page.isPresent() ? page.get() : noDocument(status(deadline), feeding);
    }

    private static Outcome noDocument(EsclStatus status, boolean feeding) {
        return hindrance(status, feeding).orElse(new Broken(new Fault(Fault.Cause.GARBLED, "no document")));
    }

    private boolean feeds(EsclCapabilities capabilities, EsclStatus status) {
        return switch (source) {
            case FEEDER -> true;
            case FLATBED -> false;
            case AUTO -> capabilities.feeder() && (status.loaded() || !capabilities.platen());
        };
    }

    private static Optional<Outcome> hindrance(EsclStatus status, boolean feeding) {
        Optional<Fault> fault = status.fault(feeding);
        if (fault.isPresent()) {
            return Optional.of(new Broken(fault.get()));
        }
        return feeding && status.empty() ? Optional.of(new NoPaper()) : Optional.empty();
    }

    /** What is fetched is in, whatever the scanner says next; that the feeder is empty shows when no more comes. */
    private Optional<Outcome> page(EsclJob job, Deadline deadline, DoubleConsumer progress)
            throws IOException, InterruptedException, EsclOrder.Refused {
        Optional<ScannedPage> page = new EsclPage(connection, job).fetch(deadline, progress);
        if (page.isPresent()) {
            open.endUnlessAsked();
        }
        return page.map(it -> new Scanned(it, job.fromFeeder() ? Rest.MORE_SHEETS : Rest.NONE));
    }

    /** A jam shows as a broken answer first; the scanner itself knows better. */
    private Outcome whatWentWrong(IOException failure, Deadline deadline) throws InterruptedException {
        Fault fault = EsclConnection.fault(failure);
        boolean knowsBetter = fault.cause() == Fault.Cause.NO_ANSWER || fault.cause() == Fault.Cause.GARBLED;
        Optional<EsclStatus> status = knowsBetter ? statusIfAny(deadline) : Optional.empty();
        return new Broken(status.flatMap(it -> it.fault(open.feeds())).orElse(fault));
    }

    private Optional<EsclStatus> statusIfAny(Deadline deadline) throws InterruptedException {
        try {
            return Optional.of(status(deadline));
        } catch (IOException | EsclOrder.Refused noStatus) {
            LOG.debug("no status: {}", noStatus.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private EsclCapabilities capabilities(Deadline deadline)
            throws IOException, InterruptedException, EsclOrder.Refused {
        if (known.isEmpty()) {
            known = Optional.of(EsclCapabilities.of(document("ScannerCapabilities", deadline)));
        }
        return known.orElseThrow();
    }

    private EsclStatus status(Deadline deadline) throws IOException, InterruptedException, EsclOrder.Refused {
        return EsclStatus.of(document("ScannerStatus", deadline));
    }

    private byte[] document(String path, Deadline deadline)
            throws IOException, InterruptedException, EsclOrder.Refused {
        EsclConnection.Answer answer = connection.get(path, EsclXml.LONGEST, deadline, bytes -> {});
        if (answer.status() != 200) {
            known = Optional.empty();
            throw new EsclOrder.Refused(EsclConnection.fault(answer.status()));
        }
        return answer.body();
    }

    @Override
    public Health health() {
        if (closed) {
            return Health.offline(CLOSED, lastKnown.nameplate());
        }
        if (inUse.tryLock()) {
            try {
                lastKnown = asked(Deadline.in(GLANCE));
            } catch (InterruptedException askedToStop) {
                Thread.currentThread().interrupt();
            } finally {
                inUse.unlock();
            }
        }
        return lastKnown;
    }

    private Health asked(Deadline deadline) throws InterruptedException {
        try {
            EsclStatus status = status(deadline);
            EsclCapabilities capabilities = capabilities(deadline);
            Health.Nameplate nameplate = capabilities.nameplate();
            Optional<Fault> down = status.fault(false);
            if (down.isPresent()) {
                return Health.offline(down.get(), nameplate);
            }
            boolean feeder = capabilities.feeder() && source != Source.FLATBED;
            return status.fault(feeder)
                    .or(() -> lastScansFault)
                    .map(fault -> Health.degraded(fault, nameplate))
                    .orElse(Health.online(nameplate));
        } catch (EsclOrder.Refused refused) {
            return Health.offline(refused.fault(), lastKnown.nameplate());
        } catch (IOException failure) {
            known = Optional.empty();
            return Health.offline(EsclConnection.fault(failure), lastKnown.nameplate());
        }
    }

    @Override
    public void close() {
        closed = true;
        underWay.abandon();
    }
}
