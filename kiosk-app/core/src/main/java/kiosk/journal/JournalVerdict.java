package kiosk.journal;

import java.util.Optional;

/**
 * What came of verifying a journal.
 *
 * @param first the first entry that is there; what is before it was let go
 * @param last the last entry that fits to the one before it, counted from the first that ever was
 * @param vouched so many receipts have the platform's signature on a place of this journal
 * @param beyond so many receipts name a place that was let go
 * @param wrong the first thing that is wrong; empty where the journal is whole
 */
public record JournalVerdict(long first, long last, int vouched, int beyond, Optional<Wrong> wrong) {
    /**
     * Something that is wrong.
     *
     * @param entry the number of the entry where it shows
     * @param submission whose receipt shows it, where one does
     */
    public record Wrong(Why why, long entry, Optional<String> submission) {}

    /** What may be wrong with a journal. */
    public enum Why {
        /** The entry is not the one that was written, or one before it is not. */
        CHANGED,
        /** The entry is not there. */
        MISSING,
        /** The platform countersigned more entries than there are. */
        CUT_OFF,
        /** The platform countersigned another head; something was written anew before this entry. */
        REWRITTEN,
        /** A receipt that was kept cannot be read, or is not signed by the platform. */
        RECEIPT_WRONG
    }

    /** Whether nothing is wrong. */
    public boolean whole() {
        return wrong.isEmpty();
    }
}
