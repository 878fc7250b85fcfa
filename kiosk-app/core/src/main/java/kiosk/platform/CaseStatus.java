package kiosk.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.form.Problem;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/**
 * How a case stands that a person handed in, as the platform tells it.
 *
 * @param caseNumber the department's number
 * @param due the last day of the department's promise
 * @param problems what is to be put right, by field or material, where it was sent back
 * @param reason why it was rejected, in the department's words
 */
public record CaseStatus(
        SubmissionId id,
        String item,
        SubmissionNumber number,
        String caseNumber,
        Instant accepted,
        State state,
        Optional<LocalDate> due,
        List<Problem> problems,
        Optional<Text> reason) {
    /** Where a case is on its way. */
    public enum State {
        /** The department has it. */
        ACCEPTED,
        /** The department works on it. */
        PROCESSING,
        /** Done, and a document waits for its holder. */
        ISSUED,
        /** Done, and the document was handed over. */
        COLLECTED,
        /** Done, without a document. */
        COMPLETED,
        /** The department decided against it. */
        REJECTED,
        /** Sent back to be put right. */
        RETURNED
    }

    /** Keeps the list from changing. */
    public CaseStatus {
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "CaseStatus[" + id + ", " + state + "]";
    }
}
