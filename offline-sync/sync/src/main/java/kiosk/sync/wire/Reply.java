package kiosk.sync.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.form.Problem;

/** What came back from the wire. */
sealed interface Reply {
    /**
     * A success with all its marks.
     *
     * @param digest the {@code Content-Digest} where there is one
     */
    record Success(byte[] body, Optional<String> digest) implements Reply {}

    /** The platform's own error (PLATFORM-API.md, section 2). */
    record Failure(int status, String code, List<Problem> problems, Optional<Duration> retryAfter) implements Reply {
        /** Keeps the list from changing. */
        public Failure {
            problems = List.copyOf(problems);
        }

        /** Whether the same request may succeed later: an unknown code is classed by its status. */
        boolean passing() {
            return status >= 500 || status == 408 || status == 409 || status == 425 || status == 429;
        }
    }

    /** Nothing that could be trusted: no line, no time, a portal, too long, not what was asked. */
    record NoAnswer() implements Reply {}
}
