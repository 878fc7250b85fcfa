package platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import platform.seal.PlatformKeys;
import platform.server.Office;
import platform.submission.Import;
import platform.wire.PlatformClock;

/** A running platform on loopback ports, with all it knows in one folder; closing it leaves the folder as it is. */
public final class ReferencePlatform implements AutoCloseable {
    private static final Map<String, String> SERVER_SETTINGS = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", "120",
            "sun.net.httpserver.maxReqHeaders", "64");

    private final Office office;
    private final Misbehaviour misbehaviour;
    private final PlatformClock clock;

    private ReferencePlatform(Office office, Misbehaviour misbehaviour, PlatformClock clock) {
        this.office = office;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
    }

    /** Starts as it is planned; the folder is made if it is not there. */
    public static ReferencePlatform start(Plan plan) {
        SERVER_SETTINGS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        try {
            Files.createDirectories(plan.folder());
            Files.createDirectories(plan.keys());
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's folder cannot be made.", e);
        }
        Misbehaviour misbehaviour = new Misbehaviour();
        PlatformClock clock = new PlatformClock(Clock.systemUTC());
        return new ReferencePlatform(new Office(plan, clock, misbehaviour), misbehaviour, clock);
    }

    /** Starts on free ports, with a control port. */
    public static ReferencePlatform start(Path folder) {
        return start(Plan.in(folder));
    }

    /** Takes in what was carried on a stick. */
    public Import.Outcome take(Path exportFile) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(exportFile))) {
            return office.take(in);
        }
    }

    /** Where terminals reach it, without a path. */
    public URI uri() {
        return office.uri();
    }

    /** Where it is controlled; none if it was started with control port -1. */
    public URI controlUri() {
        return office.controlUri().orElseThrow(() -> new IllegalStateException("This platform has no control port."));
    }

    /** Where terminals with certificates reach it; {@code tls-ca.pem} in its folder is whom they are to believe. */
    public URI tlsUri() {
        return office.tlsUri().orElseThrow(() -> new IllegalStateException("This platform has no TLS port."));
    }

    public Misbehaviour misbehaviour() {
        return misbehaviour;
    }

    /** Its keys, which can be turned while it runs. */
    public PlatformKeys keys() {
        return office.keys();
    }

    public PlatformClock clock() {
        return clock;
    }

    @Override
    public void close() {
        office.close();
    }
}
