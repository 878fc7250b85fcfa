package kiosk.sync.wire;

import kiosk.platform.Answer;
import kiosk.sync.store.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the platform's errors mean (PLATFORM-API.md, section 2). */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /** Where this terminal is not let in, whatever is asked for, the platform is as good as away, and nothing is said of the citizen. */
    static <T> Answer<T> answer(Reply.Failure failure) {
        if (failure.status() == 403) {
            return new Answer.Unreachable<>();
        }
        return switch (failure.code()) {
            case "unknown-person" -> new Answer.Refused<>(Answer.Refusal.UNKNOWN_PERSON);
            case "code-expired" -> new Answer.Refused<>(Answer.Refusal.CODE_EXPIRED);
            case "not-found", "not-issued" -> new Answer.Refused<>(Answer.Refusal.NOT_FOUND);
            default -> failure.passing() ? new Answer.Unreachable<>() : new Answer.Refused<>(Answer.Refusal.OTHER);
        };
    }

    /** What they mean to a delivery. */
    static Dispatch dispatch(Reply.Failure failure, Parcel parcel) {
        if (failure.status() == 401 || failure.status() == 403) {
            LOG.error("the platform does not let this terminal in: {}", failure.status());
            return new Dispatch.LockedOut(word(failure));
        }
        return switch (failure.code()) {
            case "needs-citizen" -> new Dispatch.Mend(failure.problems());
            case "refunded", "cancelled" -> new Dispatch.Lapsed();
            case "digest-wrong", "bad-request", "not-found", "bad-method", "bad-type" ->
                spoiltOnTheWay(failure, parcel);
            case "department-down" -> new Dispatch.Closed(Dispatch.Scope.DEPARTMENT, failure.retryAfter());
            case "busy", "down" -> new Dispatch.Closed(Dispatch.Scope.PLATFORM, failure.retryAfter());
            case "payment-missing", "depends-on-missing" ->
                new Dispatch.Closed(Dispatch.Scope.NOT_YET, failure.retryAfter());
            default -> byStatus(failure, parcel);
        };
    }

    /** What it means to a delivery that nothing came that counts. */
    static Dispatch nothing(Reply reply) {
        return reply instanceof Reply.Distrust ? new Dispatch.LockedOut("certificate") : new Dispatch.NoAnswer();
    }

    /** The body was what its header claims when it left, and so was the request: what is asked of the platform is always the same. */
    private static Dispatch spoiltOnTheWay(Reply.Failure failure, Parcel parcel) {
        LOG.warn("{} was spoilt on the way", parcel);
        return new Dispatch.Closed(Dispatch.Scope.FAILED, failure.retryAfter());
    }

    private static Dispatch byStatus(Reply.Failure failure, Parcel parcel) {
        if (failure.status() == 503 || failure.status() == 429) {
            return new Dispatch.Closed(Dispatch.Scope.PLATFORM, failure.retryAfter());
        }
        if (failure.passing()) {
            return new Dispatch.Closed(Dispatch.Scope.FAILED, failure.retryAfter());
        }
        LOG.error("the platform refuses {} for good with status {}", parcel, failure.status());
        return new Dispatch.Refused(word(failure));
    }

    /** The platform's word, if it is one. */
    private static String word(Reply.Failure failure) {
        return failure.code().matches("[a-z-]{1,40}") ? failure.code() : Integer.toString(failure.status());
    }
}
