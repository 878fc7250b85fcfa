package kiosk.sync.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import kiosk.submission.CaseReceipt;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code PUT /v1/submissions/{uuid}} (PLATFORM-API.md, section 5): the same bytes every time, and success only with their own receipt. */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(15);
    private static final int SLOWEST_BYTES_A_SECOND = 256 << 10;

    private final Wire wire;

    /** A dispatcher on that wire. */
    public Dispatcher(Wire wire) {
        this.wire = wire;
    }

    /** Sends a parcel; waits 15 seconds, and more for a long one on a slow line. */
    public Dispatch send(Parcel parcel) throws InterruptedException {
        Reply reply = wire.ask(question(parcel));
        if (reply instanceof Reply.Failure failure) {
            return judged(failure, parcel);
        }
        if (reply instanceof Reply.Success success) {
            return receipt(success, parcel);
        }
        return new Dispatch.NoAnswer();
    }

    private static Question question(Parcel parcel) {
        Duration patience = AT_LEAST.plusSeconds(parcel.sealed().length / SLOWEST_BYTES_A_SECOND);
        Question question = Question.of("PUT", "/v1/submissions/" + parcel.id(), patience)
                .orCreated()
                .carrying("application/vnd.kiosk.sealed", parcel.sealed())
                .with("Content-Digest", parcel.digest())
                .with("Submission-Item", parcel.item())
                .with("Submission-Kind", parcel.kind())
                .with("Submission-Number", parcel.number());
        return parcel.rates().isEmpty() ? question : question.with("Depends-On", parcel.rates());
    }

    private static Dispatch receipt(Reply.Success success, Parcel parcel) {
        try {
            Json json = Json.parse(success.body());
            if (!json.text("id").equals(parcel.id()) || !json.text("digest").equals(parcel.digest())) {
                LOG.error("the platform sent a receipt for something else");
                return new Dispatch.NoAnswer();
            }
            return new Dispatch.Arrived(receipt(json), new String(success.body(), StandardCharsets.UTF_8));
        } catch (Malformed e) {
            LOG.error("a receipt that is not one: {}", e.getMessage());
            return new Dispatch.NoAnswer();
        }
    }

    private static CaseReceipt receipt(Json json) throws Malformed {
        String caseNumber = json.text("caseNumber");
        if (!caseNumber.matches("[A-Za-z0-9-]{4,40}")) {
            throw new Malformed("not a case number");
        }
        Json promise = json.object("promise");
        boolean atOnce = promise.text("kind").equals("immediate");
        return new CaseReceipt(caseNumber, json.time("acceptedAt"), atOnce ? Optional.empty() : promise.date("due"));
    }

    private static Dispatch judged(Reply.Failure failure, Parcel parcel) {
        if (failure.status() == 401 || failure.status() == 403) {
            LOG.error("the platform does not let this terminal in: {}", failure.status());
            return new Dispatch.LockedOut();
        }
        return switch (failure.code()) {
            case "needs-citizen" -> new Dispatch.Mend(failure.problems());
            case "refunded", "cancelled" -> new Dispatch.Lapsed();
            case "department-down" -> new Dispatch.Closed(Dispatch.Scope.DEPARTMENT, failure.retryAfter());
            case "busy", "down" -> new Dispatch.Closed(Dispatch.Scope.PLATFORM, failure.retryAfter());
            case "payment-missing", "depends-on-missing" ->
                new Dispatch.Closed(Dispatch.Scope.NOT_YET, failure.retryAfter());
            default -> byStatus(failure, parcel);
        };
    }

    private static Dispatch byStatus(Reply.Failure failure, Parcel parcel) {
        if (failure.status() == 503 || failure.status() == 429) {
            return new Dispatch.Closed(Dispatch.Scope.PLATFORM, failure.retryAfter());
        }
        if (failure.passing()) {
            return new Dispatch.Closed(Dispatch.Scope.FAILED, failure.retryAfter());
        }
        LOG.error("the platform refuses {} for good with status {}", parcel, failure.status());
        return new Dispatch.Refused();
    }
}
