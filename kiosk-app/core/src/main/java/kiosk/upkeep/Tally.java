package kiosk.upkeep;

/** What is counted over the life of a device. */
public enum Tally {
    /** Cards read whole. */
    CARDS_READ,
    /** Cards that lay there and could not be read. */
    CARDS_FAILED,
    /** Codes read. */
    CODES_READ,
    /** A4 sheets that came out. */
    PAGES_PRINTED,
    /** Receipts that came out. */
    RECEIPTS_PRINTED,
    /** Millimetres of the roll that came out. */
    MILLIMETRES_PRINTED,
    /** Cuts of the roll. */
    CUTS,
    /** Times the paper jammed. */
    JAMS,
    /** Jobs that did not come out, or not surely. */
    PRINTS_FAILED,
    /** Pages scanned. */
    PAGES_SCANNED,
    /** Scans that came to nothing. */
    SCANS_FAILED,
    /** Times the device was usable again after it could not be reached. */
    RECONNECTS,
    /** Minutes it was usable. */
    MINUTES_ONLINE
}
