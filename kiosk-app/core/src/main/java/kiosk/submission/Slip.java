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
 * @param claim the receipt is a claim: the document is collected later with the same card
 * @param issued the document it claims is issued, and did not come out
 * @param copy which print of it this is; from the second on it says so
 * @param proof the text of the code that proves it without network; empty where the terminal cannot prove it
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
        boolean claim,
        boolean issued,
        int copy,
        Optional<String> proof) {
    /** How many days a platform keeps what waits to be collected, at least (PLATFORM-API.md, section 7). */
    private static final int DAYS_KEPT = 30;

    /** The last day on which what did not come out today can be collected. */
    public LocalDate collectBy() {
        return taken.toLocalDate().plusDays(DAYS_KEPT);
    }

    /** The same as a claim to a document that is issued and did not come out. */
    public Slip claiming() {
        return new Slip(id, number, caseNumber, title, applicant, taken, next, due, paidInFen, true, true, copy, proof);
    }

    /** The same with the code that proves it. */
    public Slip proved(String code) {
        return new Slip(
                id,
                number,
                caseNumber,
                title,
                applicant,
                taken,
                next,
                due,
                paidInFen,
                claim,
                issued,
                copy,
                Optional.of(code));
    }

    @Override
    public String toString() {
        return "Slip[" + number + "]";
    }
}
