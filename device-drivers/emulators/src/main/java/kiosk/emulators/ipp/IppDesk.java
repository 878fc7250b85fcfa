package kiosk.emulators.ipp;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Answers the operations of RFC 8011 section 4 from what the engine does. */
final class IppDesk {
    static final int PRINT_JOB = 0x0002;
    private static final int OK = 0x0000;
    private static final int BAD_REQUEST = 0x0400;
    private static final int NOT_POSSIBLE = 0x0404;
    private static final int NOT_FOUND = 0x0406;
    private static final int FORMAT_NOT_SUPPORTED = 0x040A;
    private static final int OPERATION_NOT_SUPPORTED = 0x0501;
    private static final int VERSION_NOT_SUPPORTED = 0x0503;
    private static final int NOT_ACCEPTING = 0x0506;
    private static final int BUSY = 0x0507;

    private final PrintEngine engine;
    private final URI address;

    IppDesk(PrintEngine engine, URI address) {
        this.engine = engine;
        this.address = address;
    }

    byte[] answer(IppRequest request) {
        int major = request.version() >> 8;
        if (major != 1 && major != 2) {
            return empty(request, VERSION_NOT_SUPPORTED);
        }
        return request.isComplete() ? perform(request) : empty(request, BAD_REQUEST);
    }

    private byte[] perform(IppRequest request) {
        return switch (request.operation()) {
            case PRINT_JOB -> printJob(request);
            case 0x0004 -> validateJob(request);
            case 0x0005 -> createJob(request);
            case 0x0006 -> sendDocument(request);
            case 0x0008 -> cancelJob(request);
            case 0x0009 -> jobAttributes(request);
            case 0x000A -> jobs(request);
            case 0x000B -> printerAttributes(request);
            default -> empty(request, OPERATION_NOT_SUPPORTED);
        };
    }

    private static byte[] empty(IppRequest request, int status) {
        return new IppAnswer(request, status).whole();
    }

    private Optional<Integer> objection(IppRequest request) {
        if (engine.look(state -> state.shutDown)) {
            return Optional.of(NOT_ACCEPTING);
        }
        String format = request.text("document-format").orElse("application/pdf");
        boolean known = format.equals("application/pdf") || format.equals("application/octet-stream");
        return known ? Optional.empty() : Optional.of(FORMAT_NOT_SUPPORTED);
    }

    private byte[] validateJob(IppRequest request) {
        return empty(request, objection(request).orElse(OK));
    }

    private byte[] printJob(IppRequest request) {
        Optional<Integer> objection = objection(request);
        if (objection.isPresent() || request.document().length == 0) {
            return empty(request, objection.orElse(BAD_REQUEST));
        }
        Optional<EmulatedJob> job = accepted(request);
        if (job.isEmpty()) {
            return empty(request, BUSY);
        }
        engine.give(job.get(), request.document());
        return job(request, job.get().id);
    }

    private Optional<EmulatedJob> accepted(IppRequest request) {
        String user = request.text("requesting-user-name").orElse("anonymous");
        return engine.accept(request.text("job-name").orElse("untitled"), user);
    }

    private byte[] createJob(IppRequest request) {
        Optional<Integer> objection = objection(request);
        if (objection.isPresent()) {
            return empty(request, objection.get());
        }
        return accepted(request).map(job -> job(request, job.id)).orElseGet(() -> empty(request, BUSY));
    }

    private byte[] sendDocument(IppRequest request) {
        Optional<EmulatedJob> job = engine.job(jobId(request), found -> found);
        if (job.isEmpty()) {
            return empty(request, NOT_FOUND);
        }
        if (request.text("last-document").isEmpty()) {
            return empty(request, BAD_REQUEST);
        }
        if (engine.job(job.get().id, found -> found.state).orElse(0) != EmulatedJob.HELD) {
            return empty(request, NOT_POSSIBLE);
        }
        engine.give(job.get(), request.document());
        return job(request, job.get().id);
    }

    private byte[] cancelJob(IppRequest request) {
        int id = jobId(request);
        if (engine.job(id, job -> job.id).isEmpty()) {
            return empty(request, NOT_FOUND);
        }
        return empty(request, engine.cancel(id) ? OK : NOT_POSSIBLE);
    }

    private byte[] jobAttributes(IppRequest request) {
        int id = jobId(request);
        return engine.job(id, job -> job.id).isEmpty() ? empty(request, NOT_FOUND) : job(request, id);
    }

    private byte[] jobs(IppRequest request) {
        boolean ended = request.text("which-jobs").orElse("").equals("completed");
        List<Integer> ids = engine.ids(ended);
        IppAnswer answer = new IppAnswer(request.orWanting("job-id", "job-uri"), OK);
        ids.stream().limit(request.number("limit", ids.size())).forEach(id -> describe(answer, id));
        return answer.whole();
    }

    private byte[] job(IppRequest request, int id) {
        IppAnswer answer = new IppAnswer(request, OK);
        describe(answer, id);
        return answer.whole();
    }

    private void describe(IppAnswer answer, int id) {
        boolean counts = !engine.look(state -> state.countless);
        engine.job(id, job -> {
            answer.group(IppAnswer.JOB_GROUP)
                    .integer("job-id", job.id)
                    .uri("job-uri", address + "/" + job.id)
                    .uri("job-printer-uri", address.toString())
                    .name("job-name", job.name)
                    .name("job-originating-user-name", job.user)
                    .moment("time-at-creation", job.times[0])
                    .moment("time-at-processing", job.times[1])
                    .moment("time-at-completed", job.times[2])
                    .integer("job-printer-up-time", UpTime.seconds())
                    .enums("job-state", job.state)
                    .keywords("job-state-reasons", job.reasons);
            if (counts) {
                answer.integer("job-impressions-completed", job.sheets)
                        .integer("job-media-sheets-completed", job.sheets);
            }
            return job;
        });
    }

    private static int jobId(IppRequest request) {
        String uri = request.text("job-uri").orElse("");
        String last = uri.substring(uri.lastIndexOf('/') + 1);
        return request.number("job-id", last.matches("\\d{1,9}") ? Integer.parseInt(last) : 0);
    }

    private byte[] printerAttributes(IppRequest request) {
        IppAnswer answer = new IppAnswer(request, OK).group(IppAnswer.PRINTER_GROUP);
        PrinterDescription.of(address, answer).integer("printer-up-time", UpTime.seconds());
        engine.look(state -> answer.enums("printer-state", state.printerState())
                .keywords("printer-state-reasons", state.reasons())
                .keywords("media-ready", state.mediaReady)
                .flag("printer-is-accepting-jobs", !state.shutDown)
                .integer("queued-job-count", state.working ? 1 : 0)
                .octets(
                        "printer-supply",
                        List.of(
                                "type=toner;maxcapacity=100;level=" + state.tonerPercent + ";colorantname=black;",
                                "type=wasteToner;maxcapacity=100;level=10;"))
                .octets(
                        "printer-input-tray",
                        List.of("type=sheetFeedAutoRemovableTray;maxcapacity=250;level=" + state.sheetsLeft
                                + ";status=0;name=tray-1;")));
        return answer.whole();
    }
}
