package kiosk.emulators.scanner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kiosk.emulators.scanner.ScannerBed.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * A network scanner on this machine that speaks eSCL over HTTP at {@link #address()}, with a sheet feeder and a glass. It takes three
 * seconds for a page until it is told otherwise. All verbs may be called from any thread.
 */
public final class EsclEmulator implements AutoCloseable {
    private final ScannerBed bed = new ScannerBed();
    private final EsclDesk desk = new EsclDesk(bed);
    private int port;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService workers;

    private EsclEmulator(int port) {
        this.port = port;
    }

    /** Starts the scanner on that port of the loopback address; 0 takes a free one. */
    public static EsclEmulator on(int port) {
        EsclEmulator emulator = new EsclEmulator(port);
        emulator.startService();
        return emulator;
    }

    /** Where the scanner is, as {@code kiosk.yaml} names it. */
    public synchronized URI address() {
        return URI.create("http://127.0.0.1:" + port + "/eSCL");
    }

    /** How long a page takes; zero for no pacing. */
    public EsclEmulator pace(Duration perPage) {
        bed.pace(perPage);
        return this;
    }

    /** Lays sheets into the feeder, the first to be scanned first; the feeder takes each away once it is scanned. */
    public void lay(BufferedImage... sheets) {
        bed.lay(List.of(sheets));
    }

    /** Takes all sheets away. */
    public void removeSheets() {
        bed.clear();
    }

    /** How many sheets lie in the feeder. */
    public int sheets() {
        return bed.sheets();
    }

    /** The next page jams half-way, and every scan is refused until the jam is cleared. */
    public void jam() {
        bed.set(Trouble.JAM_AHEAD, true);
    }

    /** Clears the jam. */
    public void clearJam() {
        bed.set(Trouble.JAM_AHEAD, false);
        bed.set(Trouble.JAMMED, false);
    }

    /** Opens the cover. */
    public void openCover() {
        bed.set(Trouble.COVER_OPEN, true);
    }

    /** Closes the cover. */
    public void closeCover() {
        bed.set(Trouble.COVER_OPEN, false);
    }

    /** Lets another program hold the scanner. */
    public void occupy() {
        bed.set(Trouble.BUSY, true);
    }

    /** The other program lets it go. */
    public void release() {
        bed.set(Trouble.BUSY, false);
    }

    /** Takes the scanner off the address; something else answers there. */
    public void unplug() {
        bed.set(Trouble.UNPLUGGED, true);
    }

    /** Plugs the scanner in. */
    public void plug() {
        bed.set(Trouble.UNPLUGGED, false);
    }

    /** Lets nobody in. */
    public void denyAccess() {
        bed.set(Trouble.DENIED, true);
    }

    /** The next page breaks off half-way. */
    public void dieMidScan() {
        bed.set(Trouble.DEATH_AHEAD, true);
    }

    /** Speaks no proper eSCL from now on. */
    public void garble(EsclGarble kind) {
        desk.garble(Optional.of(kind));
    }

    /** Speaks proper eSCL again. */
    public void speakProperly() {
        desk.garble(Optional.empty());
    }

    /** How often a client has ended a job. */
    public int cancelled() {
        return bed.cancelled();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            desk.answer(exchange);
        }
    }

    /** Switches the scanner off. */
    public synchronized void stopService() {
        speakProperly();
        HttpServer running = server;
        ExecutorService working = workers;
        server = null;
        if (running != null && working != null) {
            running.stop(0);
            working.shutdownNow();
        }
    }

    /** Switches it on again, on the same port. */
    public synchronized void startService() {
        if (server != null) {
            return;
        }
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newCachedThreadPool();
            opened.setExecutor(threads);
            opened.createContext("/", this::serve);
            opened.start();
            port = opened.getAddress().getPort();
            workers = threads;
            server = opened;
        } catch (IOException portTaken) {
            throw new UncheckedIOException("cannot listen on loopback port " + port, portTaken);
        }
    }

    @Override
    public void close() {
        stopService();
    }
}
