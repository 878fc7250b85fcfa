package kiosk.sync.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.form.Problem;
import kiosk.sync.seal.Proof;

/** How one attempt to deliver ended. */
public sealed interface Dispatch {
    /** The platform has it, and signed that it has these bytes under this id. */
    record Arrived(Proof proof) implements Dispatch {}

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

    /**
     * Never.
     *
     * @param code the platform's word for why
     */
    record Refused(String code) implements Dispatch {}

    /** What the disk gives is not what was sealed. */
    record Damaged() implements Dispatch {}

    /** The disk does not give now what was sealed, though it is there. */
    record Unread() implements Dispatch {}

    /**
     * This terminal is not let in; its submissions are as good as before.
     *
     * @param code the platform's word for why
     */
    record LockedOut(String code) implements Dispatch {}

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
