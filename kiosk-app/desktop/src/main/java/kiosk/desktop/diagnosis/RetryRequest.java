package kiosk.desktop.diagnosis;

import java.io.UncheckedIOException;
import java.util.Optional;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;

/**
 * What {@code kiosk outbox retry} asks the running shell, in one line: {@code retry} and the id; the answer is {@code retried}.
 *
 * @param id what is to be tried again
 */
public record RetryRequest(SubmissionId id) {
    /** The answer where it was done. */
    public static final String DONE = "retried";

    private static final String WORD = "retry ";

    /** The line. */
    public String line() {
        return WORD + id;
    }

    /** Does what a line asks, durably, and answers as it goes over the socket; empty if the line asks something else. */
    public static Optional<String> answer(String line, Outbox outbox, Journal journal) {
        return parse(line).map(it -> it.answeredBy(outbox, journal));
    }

    private String answeredBy(Outbox outbox, Journal journal) {
        try {
            outbox.retry(id);
            journal.note(Occurrence.QUEUE_RETRIED, new Journal.Of(id));
            return DONE;
        } catch (UncheckedIOException notStored) {
            return "not stored";
        }
    }

    /** From a line; empty if it is none. */
    public static Optional<RetryRequest> parse(String line) {
        try {
            return line.startsWith(WORD)
                    ? Optional.of(new RetryRequest(SubmissionId.parse(line.substring(WORD.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
