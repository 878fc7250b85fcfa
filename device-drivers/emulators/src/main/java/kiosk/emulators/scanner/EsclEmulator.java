package kiosk.emulators.scanner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A network scanner on this machine that speaks eSCL over HTTP at {@link #address()}, with a sheet feeder and a glass. It takes three
 * seconds for a page until it is told otherwise. All verbs may be called from any thread.
 */
public final class EsclEmulator extends EmulatedScanner {
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

    /** Speaks no proper eSCL from now on. */
    public void garble(EsclGarble kind) {
        desk.garble(Optional.of(kind));
    }

    /** Speaks proper eSCL again. */
    public void speakProperly() {
        desk.garble(Optional.empty());
    }

    /** While a job is open, the next sheet is drawn in before it is asked for: it lies in the feeder no longer, and ending the job throws it out. */
    public void drawsAhead() {
        bed.set(ScannerBed.Trouble.DRAWS_AHEAD, true);
    }

    /** While a job is open, it is too busy to say how it is. */
    public void saysNothingWhileItScans() {
        bed.set(ScannerBed.Trouble.STATUS_BUSY, true);
    }

    /** Ends the job that is open by itself, as devices do that were not asked for a while. */
    public void tiresOfTheJob() {
        desk.close();
    }

    /** How many jobs were begun. */
    public int jobs() {
        return desk.jobs();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            desk.answer(exchange);
        }
    }

    @Override
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

    @Override
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
}
