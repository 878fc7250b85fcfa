package platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import platform.seal.PlatformKeys;
import platform.server.Office;
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

    /** Starts on these ports, 0 meaning any free one; the folder is made if it is not there. */
    public static ReferencePlatform start(int port, int controlPort, Path folder) {
        SERVER_SETTINGS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's folder cannot be made.", e);
        }
        Misbehaviour misbehaviour = new Misbehaviour();
        PlatformClock clock = new PlatformClock(Clock.systemUTC());
        Office office = new Office(new Office.Plan(folder, clock, misbehaviour, port, controlPort));
        return new ReferencePlatform(office, misbehaviour, clock);
    }

    /** Starts on free ports, with a control port. */
    public static ReferencePlatform start(Path folder) {
        return start(0, 0, folder);
    }

    /** Where terminals reach it, without a path. */
    public URI uri() {
        return office.uri();
    }

    /** Where it is controlled; none if it was started with control port -1. */
    public URI controlUri() {
        return office.controlUri().orElseThrow(() -> new IllegalStateException("This platform has no control port."));
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
