package kiosk.journal;

/** What may happen on a terminal; the number is the event id and never changes its meaning. */
public enum Occurrence {
    /** The program started. */
    STARTED(100),
    /** The program stopped as asked. */
    STOPPED(101),
    /** An effect of a visit failed by a bug. */
    EFFECT_FAILED(110),
    /** A visit began. */
    VISIT_BEGAN(200),
    /** A visit ended; how, is its figure. */
    VISIT_ENDED(201),
    /** A card was read. */
    CARD_READ(210),
    /** A card could not be used. */
    CARD_TROUBLE(211),
    /** A card was left on the reader. */
    CARD_LEFT_BEHIND(212),
    /** The PIN of a card was changed. */
    CARD_PIN_CHANGED(213),
    /** The PIN of a card was not changed, or not surely. */
    CARD_PIN_NOT_CHANGED(214),
    /** The citizen is known. */
    CITIZEN_IDENTIFIED(220),
    /** An item was chosen. */
    ITEM_CHOSEN(230),
    /** A page was scanned. */
    PAGE_SCANNED(240),
    /** A scan failed. */
    SCAN_FAILED(241),
    /** An order was shown. */
    ORDER_SHOWN(250),
    /** An order was paid. */
    ORDER_PAID(251),
    /** A submission is on disk. */
    SUBMISSION_QUEUED(260),
    /** A submission was not taken. */
    SUBMISSION_NOT_ACCEPTED(261),
    /** A submission was delivered. */
    SUBMISSION_DELIVERED(262),
    /** A delivery failed and is tried again. */
    DELIVERY_FAILED(263),
    /** The platform sent a submission back. */
    SUBMISSION_SENT_BACK(264),
    /** A submission was given up. */
    SUBMISSION_GIVEN_UP(265),
    /** A receipt is out. */
    RECEIPT_PRINTED(270),
    /** A receipt is not out, or not surely. */
    RECEIPT_FAILED(271),
    /** A document's pages are out. */
    PAGES_PRINTED(272),
    /** A document's pages are not out, or not surely. */
    PAGES_FAILED(273),
    /** A document of the platform was refused before printing. */
    DOCUMENT_UNFIT(274),
    /** Paper that came out was not said to be taken. */
    PAPER_LEFT_BEHIND(275),
    /** A paper that may have come out before was printed once more, marked as such. */
    PRINTED_AGAIN(276),
    /** The service was rated. */
    RATED(280),
    /** What was left half done was offered to its holder. */
    DRAFT_OFFERED(290),
    /** What was left half done was given up by its holder, or handed in. */
    DRAFT_FORGOTTEN(291),
    /** What was left half done was destroyed: its time was over, or it could not be trusted; so many. */
    DRAFTS_DESTROYED(292),
    /** What is half done could not be kept. */
    DRAFT_NOT_KEPT(293),
    /** A device's health changed. */
    HEALTH_CHANGED(300),
    /** The departments that answer changed. */
    REACH_CHANGED(310),
    /** The queue's file was damaged: it was moved aside whole, what could be read of it was taken over, so many entries. */
    STORE_DAMAGED(320),
    /** Entries of the journal were lost because the disk was slower than they came; so many. */
    JOURNAL_DROPPED(321),
    /** What was sealed is not whole on the disk any more: the entry was set aside, for a person to look at. Alarm. */
    SUBMISSION_DAMAGED(322),
    /** A receipt came before the one that precedes it at the platform; the platform is asked what it has. Alarm. */
    RECEIPT_GAP(323),
    /** The platform has something else under the id of a submission; it was set aside, for a person to look at. Alarm. */
    SUBMISSION_CONFLICT(324),
    /** The platform was asked what it has of what waits here; so many it had. */
    RECONCILED(325),
    /** The platform has receipts that this terminal does not have: it goes on from an older state. Alarm. */
    LEDGER_AHEAD(326),
    /** The platform does not let this terminal in; what waits is kept. Alarm. */
    TERMINAL_LOCKED_OUT(327),
    /** The platform let this terminal in: its signing key is known there. */
    TERMINAL_ENROLLED(328),
    /** The terminal has a new certificate. */
    CERTIFICATE_RENEWED(329),
    /** The platform announced other keys, signed by one that is trusted. */
    PLATFORM_KEYS_CHANGED(330),
    /** Keys were announced that nobody who is trusted signed; they are not used. Alarm. */
    PLATFORM_KEYS_REFUSED(331),
    /** The oldest entries of the journal were let go, up to the one of that number. */
    JOURNAL_SHORTENED(340),
    /** A receipt says something else of this journal than the submission did; it counts nevertheless. Alarm. */
    RECEIPT_JOURNAL_DIFFERS(341),
    /** The platform does not have what it gave a receipt for; the receipt is kept. Alarm. */
    RECEIPT_DISOWNED(342),
    /** What was delivered long ago was let go but for its receipts; so many. */
    RECEIPTS_SHORTENED(343),
    /** Entries of a damaged queue, so many, were lost: there is a trace of each in the file that was moved aside, and no more. Alarm. */
    ENTRIES_LOST(344),
    /** A technician entered. */
    TECHNICIAN_ENTERED(400),
    /** A technician left. */
    TECHNICIAN_LEFT(401),
    /** A wrong PIN or one-time code was typed, or a wrong card shown. */
    WRONG_PIN(402),
    /** Too many wrong ones in a row: the technician's door is locked for a while. */
    TECHNICIAN_LOCKED_OUT(403),
    /** A technician's time was over. */
    TECHNICIAN_TIMED_OUT(404),
    /** A technician tested a device or another part; which and how it ended, are its figures. */
    DEVICE_TESTED(410),
    /** A technician had a device looked for at another port. */
    DEVICE_REBOUND(411),
    /** A technician had something in the queue tried again. */
    QUEUE_RETRIED(412),
    /** A technician made a hand-over report. */
    HAND_OVER_MADE(413),
    /** What waits was written to a stick, sealed as it is; so many. */
    QUEUE_EXPORTED(414);

    private final int id;

    Occurrence(int id) {
        this.id = id;
    }

    /** The event id. */
    public int id() {
        return id;
    }
}
