package kiosk.platform;

import java.time.Instant;
import java.util.Optional;
import kiosk.submission.CaseReceipt;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/**
 * A paper that waits for its holder: a document, or a receipt that did not come out.
 *
 * @param printed how often it may have come out already; more than 0, and another print of it is marked as such
 * @param receipt what the receipt tells; empty for a document
 * @param issued since when a document waits; empty where the platform does not say
 */
public record Collectable(
        SubmissionId id,
        String item,
        SubmissionNumber number,
        int printed,
        Optional<Owed> receipt,
        Optional<Instant> issued) {
    /** What a receipt tells that is still owed. */
    public record Owed(CaseReceipt receipt, Optional<Long> paidInFen) {}

    /** A paper that waits since nobody knows when. */
    public Collectable(SubmissionId id, String item, SubmissionNumber number, int printed, Optional<Owed> receipt) {
        this(id, item, number, printed, receipt, Optional.empty());
    }

    /** A document nobody has printed yet. */
    public Collectable(SubmissionId id, String item, SubmissionNumber number) {
        this(id, item, number, 0, Optional.empty());
    }

    /** What it is. */
    public Paper paper() {
        return receipt.isPresent() ? Paper.RECEIPT : Paper.DOCUMENT;
    }

    /** The same, known to have been printed so often at least. */
    public Collectable printedAtLeast(int times) {
        return new Collectable(id, item, number, Math.max(printed, times), receipt, issued);
    }
}
