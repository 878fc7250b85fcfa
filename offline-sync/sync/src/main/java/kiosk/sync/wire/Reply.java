package kiosk.sync.wire;

import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import kiosk.form.Problem;
import kiosk.sync.http.Head;
import org.jspecify.annotations.Nullable;

/** What came back from the wire. */
sealed interface Reply {
    /** A success with all its marks. */
    record Success(byte[] body, Head head) implements Reply {
        /** How much of a part the platform has; empty where it does not say so. */
        Optional<Long> offset() {
            return Reply.offset(head);
        }

        /** Whether it has all of it. */
        boolean complete() {
            return head.first("Upload-Complete").map("?1"::equals).orElse(false);
        }
    }

    /** The offset that a head names. */
    static Optional<Long> offset(Head head) {
        return head.first("Upload-Offset")
                .filter(it -> it.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
    }

    /**
     * The platform's own error (PLATFORM-API.md, section 2).
     *
     * @param parts the parts it names
     * @param offset how much of a part it has, where it says so
     */
    record Failure(
            int status,
            String code,
            List<Problem> problems,
            Optional<Duration> retryAfter,
            List<Integer> parts,
            Optional<Long> offset)
            implements Reply {
        /** Keeps the lists from changing. */
        public Failure {
            problems = List.copyOf(problems);
            parts = List.copyOf(parts);
        }

        /** One that names neither parts nor an offset. */
        Failure(int status, String code, List<Problem> problems, Optional<Duration> retryAfter) {
            this(status, code, problems, retryAfter, List.of(), Optional.empty());
        }

        /** Whether the same request may succeed later: an unknown code is classed by its status. */
        boolean passing() {
            return status >= 500 || status == 408 || status == 409 || status == 425 || status == 429;
        }
    }

    /** Nothing that could be trusted: no line, no time, a portal, too long, not what was asked. */
    record NoAnswer() implements Reply {}

    /** No line for want of trust: a certificate was not taken, the platform's by this terminal or this terminal's by the platform. */
    record Distrust() implements Reply {
        private static final int LONGEST_CHAIN = 8;

        /** Whether that is why a connection could not be made; a line that broke during the handshake is no such reason. */
        static boolean is(@Nullable Throwable cause) {
            Throwable each = cause;
            for (int i = 0; i < LONGEST_CHAIN && each != null; i++) {
                String said = String.valueOf(each.getMessage());
                boolean alert =
                        each instanceof SSLException && (said.contains("certificate") || said.contains("unknown_ca"));
                if (alert || each instanceof CertificateException || each instanceof SSLPeerUnverifiedException) {
                    return true;
                }
                each = each.getCause();
            }
            return false;
        }
    }
}
