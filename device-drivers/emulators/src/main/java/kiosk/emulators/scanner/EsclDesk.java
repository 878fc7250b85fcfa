package kiosk.emulators.scanner;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiosk.emulators.scanner.ScannerBed.Trouble;

/** Answers the questions of eSCL (Mopria eSCL Technical Specification 2.97, 7): capabilities, status, jobs and their pages. */
final class EsclDesk {
    private static final Pattern JOB = Pattern.compile("/eSCL/ScanJobs/([0-9]+)(/NextDocument)?");
    private static final Pattern RESOLUTION = Pattern.compile("<scan:XResolution>([0-9]{2,3})<");
    private static final int LONGEST_REQUEST = 64 * 1024;
    private static final int BITES = 50;

    private final ScannerBed bed;
    private final EsclPicture picture = new EsclPicture();
    private volatile Optional<EsclGarble> garble = Optional.empty();
    private Optional<Job> open = Optional.empty();
    private int jobs;

    EsclDesk(ScannerBed bed) {
        this.bed = bed;
    }

    /** A job: its number, where it takes paper from, how finely it scans, and how many pages it gave. */
    private record Job(int number, boolean fromFeeder, int dotsPerInch, int pages) {}

    void garble(Optional<EsclGarble> kind) {
        garble = kind;
    }

    private boolean garbles(EsclGarble kind) {
        return garble.filter(kind::equals).isPresent();
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher job = JOB.matcher(path);
        if (garbles(EsclGarble.SILENCE)) {
            silence();
        } else if (bed.has(Trouble.UNPLUGGED)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (bed.has(Trouble.DENIED)) {
            exchange.sendResponseHeaders(403, -1);
        } else if (method.equals("GET") && path.equals("/eSCL/ScannerCapabilities")) {
            document(exchange, EsclDocuments.capabilities());
        } else if (method.equals("GET") && path.equals("/eSCL/ScannerStatus")) {
            status(exchange);
        } else if (method.equals("POST") && path.equals("/eSCL/ScanJobs")) {
            begin(exchange);
        } else if (job.matches() && method.equals("DELETE")) {
            end(exchange);
        } else if (job.matches() && method.equals("GET")) {
            next(exchange, Integer.parseInt(job.group(1)));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void status(HttpExchange exchange) throws IOException {
        boolean scanning = open().isPresent();
        if (scanning && bed.has(Trouble.STATUS_BUSY)) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            document(exchange, EsclDocuments.status(scanning ? "Processing" : "Idle", adfState()));
        }
    }

    private void silence() {
        while (garbles(EsclGarble.SILENCE)) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private synchronized Optional<Job> open() {
        return open;
    }

    private String adfState() {
        if (bed.has(Trouble.JAMMED)) {
            return "ScannerAdfJam";
        }
        if (bed.has(Trouble.COVER_OPEN)) {
            return "ScannerAdfHatchOpen";
        }
        return bed.sheets() > (holdsASheet() ? 1 : 0) ? "ScannerAdfLoaded" : "ScannerAdfEmpty";
    }

    private boolean holdsASheet() {
        return bed.has(Trouble.DRAWS_AHEAD)
                && open().filter(it -> it.fromFeeder() && it.pages() > 0).isPresent();
    }

    synchronized int jobs() {
        return jobs;
    }

    private void document(HttpExchange exchange, String xml) throws IOException {
        byte[] body =
                garble.map(it -> EsclDocuments.spoilt(xml, it)).orElseGet(() -> xml.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private synchronized void begin(HttpExchange exchange) throws IOException {
        String settings = new String(exchange.getRequestBody().readNBytes(LONGEST_REQUEST), StandardCharsets.UTF_8);
        Matcher resolution = RESOLUTION.matcher(settings);
        if (bed.has(Trouble.BUSY) || open.isPresent()) {
            exchange.sendResponseHeaders(503, -1);
        } else if (!resolution.find() || !settings.contains("RGB24") || !settings.contains("image/jpeg")) {
            exchange.sendResponseHeaders(409, -1);
        } else {
            jobs++;
            boolean fromFeeder = settings.contains("<pwg:InputSource>Feeder<");
            if (!garbles(EsclGarble.NO_JOB)) {
                open = Optional.of(new Job(jobs, fromFeeder, Integer.parseInt(resolution.group(1)), 0));
            }
            String place = garbles(EsclGarble.NO_JOB) ? "http://" : "http://another-name.invalid/eSCL/ScanJobs/" + jobs;
            exchange.getResponseHeaders().set("Location", place);
            exchange.sendResponseHeaders(201, -1);
        }
    }

    private synchronized void end(HttpExchange exchange) throws IOException {
        if (open.isPresent()) {
            bed.noteCancel();
        }
        if (holdsASheet()) {
            bed.eject();
        }
        open = Optional.empty();
        exchange.sendResponseHeaders(200, -1);
    }

    synchronized void close() {
        open = Optional.empty();
    }

    private void next(HttpExchange exchange, int number) throws IOException {
        Optional<Job> job = open().filter(it -> it.number() == number);
        boolean done = job.isEmpty()
                || garbles(EsclGarble.JOB_GONE)
                || (job.get().fromFeeder()
                        ? bed.sheets() == 0 || adfState().equals("ScannerAdfJam")
                        : job.get().pages() > 0);
        if (done) {
            close();
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] jpeg = picture.of(bed.next(), job.get().dotsPerInch());
        byte[] page = garble.map(it -> EsclPicture.spoilt(jpeg, it)).orElse(jpeg);
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, garble.isPresent() ? 0 : page.length);
        send(exchange.getResponseBody(), page, job.get());
        paged(job.get());
    }

    /** At the pace of the carriage, as long as the job is wanted. */
    private void send(OutputStream out, byte[] page, Job job) throws IOException {
        long start = System.nanoTime();
        for (int bite = 0; bite < BITES; bite++) {
            if (bite == BITES / 2) {
                halfWay(out);
            }
            int from = (int) ((long) page.length * bite / BITES);
            out.write(page, from, (int) ((long) page.length * (bite + 1) / BITES) - from);
            out.flush();
            long end = start + bed.perPage().toNanos() * (bite + 1) / BITES;
            for (long rest = end - System.nanoTime(); rest > 0; rest = end - System.nanoTime()) {
                if (open().filter(it -> it.number() == job.number()).isEmpty()) {
                    throw new IOException("the job was cancelled");
                }
                LockSupport.parkNanos(Math.min(rest, 20_000_000));
            }
        }
    }

    private void halfWay(OutputStream out) throws IOException {
        if (bed.meets(Trouble.JAM_AHEAD)) {
            bed.set(Trouble.JAMMED, true);
            close();
            throw new IOException("jammed");
        }
        if (bed.meets(Trouble.DEATH_AHEAD)) {
            close();
            throw new IOException("died");
        }
        while (garbles(EsclGarble.ENDLESS_JPEG)) {
            out.write(new byte[64 * 1024]);
        }
    }

    private synchronized void paged(Job job) {
        if (job.fromFeeder()) {
            bed.eject();
        }
        open = open.map(it -> new Job(it.number(), it.fromFeeder(), it.dotsPerInch(), it.pages() + 1));
    }
}
