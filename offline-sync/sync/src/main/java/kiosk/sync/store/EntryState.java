package kiosk.sync.store;

/** How an entry of the queue stands; the names are what is on disk. */
public enum EntryState {
    /** Must be paid first, and the citizen is at it. */
    HELD,
    /** Must be paid first, and the citizen is gone: the platform is asked what became of the money. */
    UNSETTLED,
    /** To be delivered. */
    READY,
    /** The platform wants something mended. */
    SENT_BACK,
    /** The platform refuses it for good. */
    REFUSED,
    /** The platform has it; its receipt is here. */
    DELIVERED,
    /** Never to be delivered. */
    GIVEN_UP,
    /** What is on disk of it makes no sense: a person must look at it, as soon as somebody comes across it. Never on disk itself. */
    GARBLED
}
