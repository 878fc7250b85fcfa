package kiosk.journal;

import kiosk.submission.SubmissionId;

/** What happened on this terminal. It takes no text, so no personal data can enter it. Safe from any thread; does not block on the disk. */
public interface Journal {
    /** Notes that something happened, with its figures. */
    void note(Occurrence occurrence, Figure... figures);

    /** A figure of an entry. */
    sealed interface Figure {}

    /** How long it took. */
    record Millis(long millis) implements Figure {}

    /** How many. */
    record Count(long count) implements Figure {}

    /** Which of a closed list; kept as the constant's name. */
    record Which(Enum<?> constant) implements Figure {}

    /** Which technician, by their number. */
    record Technician(int number) implements Figure {}

    /** Which submission. */
    record Of(SubmissionId id) implements Figure {}
}
