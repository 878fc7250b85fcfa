package kiosk.sync.store;

/** Why an attempt to deliver did not bring an end; the names are what is on disk and in the journal. */
public enum Setback {
    /** Under way, or cut off before any answer by the end of the process. */
    BEGUN,
    /** Nothing that could be trusted came back. */
    NO_ANSWER,
    /** The platform is busy or down. */
    PLATFORM_DOWN,
    /** This department is down. */
    DEPARTMENT_DOWN,
    /** The platform failed over this one. */
    PLATFORM_FAILED,
    /** Something must come first: the money, or what is rated. */
    NOT_YET,
    /** The platform does not let this terminal in. */
    LOCKED_OUT,
    /** What was sealed is not whole on the disk any more. */
    DAMAGED,
    /** The platform has something else under this id. */
    CONFLICT
}
