package kiosk.sync.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.form.Problem;
import kiosk.submission.CaseReceipt;

/** How one attempt to deliver ended. */
public sealed interface Dispatch {
    /**
     * The platform has it, and says so of this id and these bytes.
     *
     * @param asItCame the receipt's JSON
     */
    record Arrived(CaseReceipt receipt, String asItCame) implements Dispatch {}

    /** Nothing that could be trusted came back; it may have arrived. */
    record NoAnswer() implements Dispatch {}

    /** The platform, or this department alone, takes nothing now. */
    record Closed(Scope scope, Optional<Duration> retryAfter) implements Dispatch {}

    /** The citizen must mend something. */
    record Mend(List<Problem> problems) implements Dispatch {
        /** Keeps the list from changing. */
        public Mend {
            problems = List.copyOf(problems);
        }
    }

    /** Never, and the money is back or was never paid. */
    record Lapsed() implements Dispatch {}

    /** Never. */
    record Refused() implements Dispatch {}

    /** This terminal is not let in; its submissions are as good as before. */
    record LockedOut() implements Dispatch {}

    /** Whom a passing trouble concerns. */
    enum Scope {
        /** Everything. */
        PLATFORM,
        /** One department. */
        DEPARTMENT,
        /** This one alone, because the platform failed over it. */
        FAILED,
        /** This one alone, because something must come first. */
        NOT_YET
    }
}
