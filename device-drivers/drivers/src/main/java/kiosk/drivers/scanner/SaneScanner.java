package kiosk.drivers.scanner;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;
import kiosk.device.DocumentScanner;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.ScannedPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans pages through saned, by SANE's network protocol. Each scan has a session of its own, and so has each look at its health. */
public final class SaneScanner implements DocumentScanner {
    private static final Logger LOG = LoggerFactory.getLogger(SaneScanner.class);
    private static final Duration GLANCE = Duration.ofMillis(1800);
    private static final Duration CANCELLING = Duration.ofMillis(250);
    private static final Duration CARRIAGE_RETURN = Duration.ofSeconds(3);
    private static final Fault CLOSED = new Fault(Fault.Cause.NOT_CONNECTED, "closed");

    private final Place place;
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile Health lastKnown = Health.offline(new Fault(Fault.Cause.NO_ANSWER, ""), Health.Nameplate.UNKNOWN);
    private volatile Optional<Fault> lastScansFault = Optional.empty();
    private volatile Optional<SaneSession.Listed> known = Optional.empty();
    private volatile Deadline underWay = Deadline.in(Duration.ZERO);
    private volatile boolean closed;

    SaneScanner(Place place) {
        this.place = place;
    }

    /**
     * Where the scanner is and how it is to scan.
     *
     * @param device its name at saned; empty for the first that saned lists
     * @param source where it takes the paper from, in its own words; empty for its default
     */
    record Place(String host, int port, String device, String source) {
        /** Whether it is told to take sheets from a feeder: then the next scan tells whether that is empty. */
        boolean feeds() {
            String word = source.toLowerCase(Locale.ROOT);
            return word.contains("feeder") || word.contains("adf");
        }
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
            Outcome outcome = scanned(resolution, underWay, progress);
            return closed ? new Cancelled() : remembered(outcome);
        } finally {
            inUse.unlock();
        }
    }

    private Outcome remembered(Outcome outcome) {
        lastScansFault = ScanEnd.lasting(outcome);
        return outcome;
    }

    private Outcome scanned(Resolution resolution, Deadline deadline, DoubleConsumer progress)
            throws InterruptedException {
        long start = System.nanoTime();
        try (SaneSession session = SaneSession.with(address(), deadline)) {
            String device = place.device.isEmpty() ? firstOf(session.devices()) : place.device;
            ScannedPage page = scanned(session, session.open(device), resolution.dotsPerInch(), progress);
            LOG.debug("page of {} bytes in {} ms", page.jpeg().length, (System.nanoTime() - start) / 1_000_000);
            return new Scanned(page, place.feeds() ? Rest.MORE_SHEETS : Rest.NONE);
        } catch (SaneRefused refused) {
            LOG.info("scan refused: {}", refused.fault().code());
            return ScanEnd.of(refused);
        } catch (IOException failure) {
            LOG.info("scan failed: {}", failure.getClass().getSimpleName());
            return new Broken(ScanEnd.of(failure));
        }
    }

    /** The page is coded while it comes in, and the last of it while the scanner is let go. */
    private ScannedPage scanned(SaneSession session, int handle, int dotsPerInch, DoubleConsumer progress)
            throws IOException, InterruptedException, SaneRefused {
        Duration wait = CANCELLING;
        try (PageJpeg jpeg = new PageJpeg()) {
            int resolution;
            try {
                resolution = new PageSettings(session, handle).apply(dotsPerInch, place.source);
                receive(session, handle, jpeg, progress);
                wait = CARRIAGE_RETURN;
            } finally {
                leave(session, handle, wait);
            }
            return jpeg.page(resolution);
        }
    }

    private static void receive(SaneSession session, int handle, PageJpeg jpeg, DoubleConsumer progress)
            throws IOException, InterruptedException, SaneRefused {
        try (SaneLine data = session.start(handle, SaneParameters.MOST_BYTES * 2L)) {
            SaneParameters parameters = session.parameters(handle);
            parameters.check();
            new PageFrame(parameters)
                    .readFrom(data, (samples, lines) -> jpeg.code(parameters, samples, lines), progress);
        }
    }

    private static void leave(SaneSession session, int handle, Duration wait) throws InterruptedException {
        try {
            session.leave(handle, wait);
        } catch (IOException connectionLost) {
            LOG.debug("left without an answer: {}", connectionLost.getClass().getSimpleName());
        }
    }

    private InetSocketAddress address() throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(place.host, place.port);
        if (address.isUnresolved()) {
            throw new UnknownHostException("no such host");
        }
        return address;
    }

    private static String firstOf(List<SaneSession.Listed> devices) throws SaneRefused {
        return devices.stream()
                .findFirst()
                .map(SaneSession.Listed::name)
                .orElseThrow(() -> new SaneRefused(SaneStatus.INVAL, noScanner()));
    }

    private static Fault noScanner() {
        return new Fault(Fault.Cause.NOT_CONNECTED, "no scanner listed");
    }

    @Override
    public Health health() {
        if (closed) {
            return Health.offline(CLOSED, lastKnown.nameplate());
        }
        if (inUse.tryLock()) {
            try {
                lastKnown = asked();
            } catch (InterruptedException askedToStop) {
                Thread.currentThread().interrupt();
            } finally {
                inUse.unlock();
            }
        }
        return lastKnown;
    }

    private Health asked() throws InterruptedException {
        try (SaneSession session = SaneSession.with(address(), Deadline.in(GLANCE))) {
            known = there(session);
            return known.map(this::healthOf).orElse(Health.offline(noScanner(), lastKnown.nameplate()));
        } catch (SaneRefused refused) {
            return Health.offline(refused.fault(), lastKnown.nameplate());
        } catch (IOException failure) {
            return Health.offline(ScanEnd.of(failure), lastKnown.nameplate());
        }
    }

    /** A scanner that was listed once is only opened: for a list, saned asks every backend it has. */
    private Optional<SaneSession.Listed> there(SaneSession session)
            throws IOException, InterruptedException, SaneRefused {
        if (known.isPresent() && session.has(known.get().name())) {
            return known;
        }
        return session.devices().stream()
                .filter(listed -> place.device.isEmpty() || listed.name().equals(place.device))
                .findFirst();
    }

    /** Jams and open covers show only in a scan: the last one's fault stands until a scan goes well. */
    private Health healthOf(SaneSession.Listed listed) {
        Health.Nameplate nameplate = new Health.Nameplate(listed.vendor(), listed.model(), "", "");
        return lastScansFault.map(fault -> Health.degraded(fault, nameplate)).orElse(Health.online(nameplate));
    }

    @Override
    public void close() {
        closed = true;
        underWay.abandon();
    }
}
