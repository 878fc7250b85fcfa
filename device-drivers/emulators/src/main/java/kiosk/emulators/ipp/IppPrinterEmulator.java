package kiosk.emulators.ipp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An A4 laser printer on this machine, speaking IPP over HTTP at {@link #address()}: it takes PDFs, prints one job at a time, and runs out
 * of paper, jams, opens, stops and mumbles as it is told. All verbs may be called from any thread.
 */
public final class IppPrinterEmulator implements AutoCloseable {
    /* The JDK's server sends head and body of an answer apart; the body must not wait until the head is acknowledged. */
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final PrintEngine engine;
    private final OutputTray tray;
    private final IppDesk desk;
    private final int port;
    private final AtomicBoolean losesNextAnswer = new AtomicBoolean();
    private volatile Optional<Garble> garble = Optional.empty();
    private volatile CountDownLatch silence = new CountDownLatch(1);
    private @Nullable HttpServer server;
    private @Nullable ExecutorService workers;

    private IppPrinterEmulator(int port, @Nullable Path folder) {
        this.tray = new OutputTray(folder);
        this.engine = new PrintEngine(tray::take);
        this.port = open(port);
        this.desk = new IppDesk(engine, address());
    }

    /** Starts a printer on that port of the loopback interface, 0 for a free one; it keeps what it prints in memory. */
    public static IppPrinterEmulator start(int port) {
        return new IppPrinterEmulator(port, null);
    }

    /** Starts a printer that also files what it prints as {@code job-<number>.pdf}. */
    public static IppPrinterEmulator start(int port, Path folder) {
        return new IppPrinterEmulator(port, folder);
    }

    private int open(int wanted) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            workers = Executors.newCachedThreadPool();
            opened.setExecutor(workers);
            opened.createContext("/", this::serve);
            opened.start();
            server = opened;
            return opened.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("the emulated printer's port cannot be opened", e);
        }
    }

    /** Where the printer is, as {@code kiosk.yaml} names it. */
    public URI address() {
        return URI.create("ipp://127.0.0.1:" + port + "/ipp/print");
    }

    /** The documents printed to their end, oldest first; the last twenty. */
    public List<byte[]> documents() {
        return tray.documents();
    }

    /** Sheets in the output tray, those of finished jobs. */
    public int sheetsOut() {
        return tray.sheets();
    }

    /** The name of the job of every sheet that came out, oldest first, those of jobs cut short too; the last ten thousand. */
    public List<String> sheetsByJob() {
        return engine.sheets();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                GarbledAnswers.page(exchange);
            } else if (!exchange.getRequestURI().getPath().equals("/ipp/print")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                IppRequest request = IppRequest.read(exchange.getRequestBody());
                byte[] answer = desk.answer(request);
                boolean lost = request.operation() == IppDesk.PRINT_JOB && losesNextAnswer.getAndSet(false);
                Optional<Garble> spoilt = lost ? Optional.of(Garble.LOST) : garble;
                if (spoilt.isPresent()) {
                    GarbledAnswers.spoilt(exchange, answer, spoilt.get(), silence);
                } else {
                    GarbledAnswers.plain(exchange, answer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sets the speed; 0 prints at once. */
    public void pagesPerMinute(int pages) {
        engine.turn(state -> state.millisPerSheet = pages == 0 ? 0 : 60_000 / pages);
    }

    /** Leaves so many sheets in the tray: 0 is empty. */
    public void leavePaper(int sheets) {
        engine.turn(state -> state.sheetsLeft = sheets);
    }

    /** Takes all paper out. */
    public void emptyPaper() {
        leavePaper(0);
    }

    /** Fills the tray. */
    public void refill() {
        leavePaper(EngineState.FULL_TRAY);
    }

    /** Puts paper of that size into the tray and sets the tray to it (PWG 5101.1); jobs want {@code iso_a4_210x297mm}. */
    public void trayHolds(String media) {
        engine.turn(state -> state.mediaReady = media);
    }

    /** Jams the paper, or takes the jam out. */
    public void jam(boolean jammed) {
        engine.turn(state -> state.jammed = jammed);
    }

    /** Opens the cover. */
    public void openCover() {
        engine.turn(state -> state.coverOpen = true);
    }

    /** Closes the cover. */
    public void closeCover() {
        engine.turn(state -> state.coverOpen = false);
    }

    /** Sets what is left of the toner: 10 is low, 0 empty. */
    public void toner(int percent) {
        engine.turn(state -> state.tonerPercent = percent);
    }

    /** Stops the printer at its panel, or lets it go on. */
    public void stop(boolean stopped) {
        engine.turn(state -> state.stopped = stopped);
    }

    /** Shuts it down so that it takes no jobs, or brings it back. */
    public void shutDown(boolean down) {
        engine.turn(state -> state.shutDown = down);
    }

    /** Aborts the next job after so many sheets. */
    public void abortNextAfter(int sheets) {
        engine.turn(state -> state.abortNextAfter(sheets));
    }

    /** Says of the next job that it is completed although so many sheets are missing. */
    public void loseSheetsOfNext(int sheets) {
        engine.turn(state -> state.loseOfNext(sheets));
    }

    /** Takes jobs and never ends them, nor lets them be cancelled. */
    public void swallow(boolean swallowing) {
        engine.turn(state -> state.swallowing = swallowing);
    }

    /** Lets somebody else's job be in the machine, so that others get server-error-busy. */
    public void occupy(boolean occupied) {
        engine.turn(state -> state.occupied = occupied);
    }

    /** Counts no sheets in its answers, as some printers do. */
    public void countSheets(boolean counts) {
        engine.turn(state -> state.countless = !counts);
    }

    /** Takes the next document and closes the connection without an answer. */
    public void loseAnswerToNextJob() {
        losesNextAnswer.set(true);
    }

    /** Spoils every answer from now on. */
    public void garble(Garble how) {
        garble = Optional.of(how);
    }

    /** Answers rightly again. */
    public void speakPlainly() {
        garble = Optional.empty();
        silence.countDown();
        silence = new CountDownLatch(1);
    }

    /** Pulls the network cable: the port closes, the engine goes on. */
    public synchronized void unplug() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (workers != null) {
            workers.shutdownNow();
        }
    }

    /** Puts the cable in again: the same port opens. */
    public synchronized void plugIn() {
        if (server == null) {
            open(port);
        }
    }

    /** Cuts the power: the port closes, the jobs and their numbers are forgotten. */
    public void off() {
        unplug();
        engine.forgetJobs();
    }

    /** Switches it on again. */
    public void on() {
        plugIn();
    }

    /** Switches it off and on; before it is heard again it has a job of somebody else's, with the number of its first. */
    public void restartWith(String jobName, byte[] document) {
        off();
        engine.accept(jobName, "clerk").ifPresent(job -> engine.give(job, document));
        on();
    }

    @Override
    public void close() {
        off();
        engine.close();
    }
}
