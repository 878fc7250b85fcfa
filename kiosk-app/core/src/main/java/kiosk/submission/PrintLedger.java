package kiosk.submission;

import java.util.Optional;
import java.util.UUID;

/**
 * What was sent to a printer for which submission, and what came of it: on disk before it is on the printer, so that a number is never
 * printed twice without anybody knowing, and told to the platform, so that other terminals know. It holds no personal data. All calls
 * are safe from any thread.
 */
public interface PrintLedger {
    /** What is printed under a submission's number. */
    enum Paper {
        /** The department's document. */
        DOCUMENT,
        /** The receipt. */
        RECEIPT
    }

    /** What came of an attempt. */
    enum Outcome {
        /** It came out. */
        OUT,
        /** It may have come out. */
        PERHAPS,
        /** Surely nothing came out: it waits to be printed. */
        NOT_OUT
    }

    /** Notes that a paper goes to the printer. On disk when it returns; empty if the disk does not take it. */
    Optional<UUID> begins(SubmissionId id, Paper paper);

    /** Notes what came of it. An attempt whose end is never noted counts as {@link Outcome#PERHAPS} from the next start on. */
    void ended(UUID attempt, Outcome outcome);

    /** How often this terminal has, or may have, printed that paper. */
    int printed(SubmissionId id, Paper paper);
}
