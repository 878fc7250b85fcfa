package kiosk.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kiosk.form.Problem;
import kiosk.identity.Citizen;

/**
 * The queue that holds what citizens hand in until the platform has it: sealed, on disk before on the wire, delivered exactly once.
 * It journals what it takes and what it refuses, with the very commit. All calls are safe from any thread.
 */
public interface Outbox extends AutoCloseable {
    /**
     * Takes a submission. When {@link Accepted} returns it is on disk and will be delivered, whatever happens to the terminal.
     * The same id again gets the same answer and queues nothing.
     */
    Acceptance accept(Submission submission);

    /**
     * Takes a submission that must be paid first: on disk like {@link #accept}, but not sent before {@link #release}. What is
     * held is never forgotten: after a crash or {@link #abandon} the courier asks the platform for the order and either releases
     * the submission (the money came) or cancels the order and drops it.
     */
    Acceptance hold(Submission submission);

    /** The money for a held submission came: deliver it. Durable when it returns; harmless twice. */
    void release(SubmissionId id);

    /**
     * The citizen gave up a submission that was held, or one that is not delivered yet and must not be delivered later.
     * Durable when it returns; harmless twice. A submission whose delivery is already under way may still arrive.
     */
    void abandon(SubmissionId id);

    /** Queues a rating; it is delivered after the submission it rates. */
    Acceptance rate(Rating rating);

    /** What became of a submission; waits for {@code patience} at most for the courier to bring an end. One that was never taken counts as given up. */
    Delivery delivery(SubmissionId id, Duration patience) throws InterruptedException;

    /** Counts for the technician; cheap. */
    Summary summary();

    /** The entries that are not delivered, oldest first, at most {@code most}; no personal data is in them. */
    List<Waiting> list(int most);

    /** What this citizen handed in at this terminal and the platform has not got, newest first; who else handed in what stays unknown. */
    List<Waiting> waitingOf(Citizen citizen);

    /** Makes an entry due now, and one that was sent back or failed for good due again. */
    void retry(SubmissionId id);

    @Override
    void close();

    /** Whether a submission was taken. */
    sealed interface Acceptance {}

    /** It is on disk under this number. */
    record Accepted(SubmissionNumber number) implements Acceptance {}

    /** It was not taken, and nothing of it is stored. */
    record NotAccepted(Why why) implements Acceptance {}

    /** Why a submission was not taken. */
    enum Why {
        /** There is no room for the largest submission, and still some for what is being filled in. */
        NEARLY_FULL,
        /** The disk is full. */
        FULL,
        /** The store is broken. */
        BROKEN,
        /** It could not be sealed: no platform key is known. */
        NOT_SEALED
    }

    /** What became of a submission. */
    sealed interface Delivery {}

    /** The platform has it. */
    record Delivered(CaseReceipt receipt) implements Delivery {}

    /** On disk, not delivered yet. */
    record Underway() implements Delivery {}

    /** The platform refuses it as it is; the citizen must mend it. */
    record SentBack(List<Problem> problems) implements Delivery {
        /** Keeps the list from changing. */
        public SentBack {
            problems = List.copyOf(problems);
        }
    }

    /** The platform refuses it for good, and nothing the citizen could mend would help. */
    record Refused() implements Delivery {}

    /** Given up: abandoned, or its order was cancelled or refunded. */
    record GivenUp() implements Delivery {}

    /**
     * How the queue stands.
     *
     * @param waiting entries not delivered
     * @param delivered entries delivered since the store began
     * @param stuck entries that need a person: sent back, or refused for good
     * @param oldest when the oldest waiting entry was taken
     * @param closed why the queue takes nothing now; empty while it could take the largest submission
     */
    record Summary(int waiting, int delivered, int stuck, Optional<Instant> oldest, Optional<Why> closed) {
        /** Whether the queue takes more. */
        public boolean open() {
            return closed.isEmpty();
        }
    }

    /** One entry that is not delivered. */
    record Waiting(
            SubmissionId id,
            Optional<SubmissionNumber> number,
            String item,
            String state,
            Instant taken,
            int attempts,
            Optional<Instant> next) {
        /** Whether it needs a person: it was sent back, or refused for good. */
        public boolean stuck() {
            return state.equals("SENT_BACK") || state.equals("REFUSED");
        }
    }
}
