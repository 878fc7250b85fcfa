package kiosk.submission;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import kiosk.catalogue.Text;

/**
 * What a receipt (回执) tells; how it is laid out is the printer's and the paperwork's business.
 *
 * @param caseNumber the department's number; empty while it is not known, and then the receipt says that its number is provisional
 * @param applicant masked: a receipt may lie about
 * @param next what happens next, from the catalogue
 * @param due by when; empty where the department decided at once or has not said
 * @param paidInFen what was paid, for payments
 * @param claim the receipt is a claim: the document is issued later and collected with the same card
 */
public record Slip(
        SubmissionId id,
        SubmissionNumber number,
        Optional<String> caseNumber,
        Text title,
        String applicant,
        LocalDateTime taken,
        Text next,
        Optional<LocalDate> due,
        Optional<Long> paidInFen,
        boolean claim) {
    @Override
    public String toString() {
        return "Slip[" + number + "]";
    }
}
