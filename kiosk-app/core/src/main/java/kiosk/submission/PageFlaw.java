package kiosk.submission;

/** What may be wrong with a scanned page. */
public enum PageFlaw {
    /** The picture cannot be opened. */
    DAMAGED(false),
    /** There is nothing on it. */
    BLANK(false),
    /** It cannot be made small enough and stay legible. */
    TOO_LARGE(false),
    /** The submission has as many pages as it can carry. */
    NO_ROOM(false),
    /** Something of the sheet lies outside the picture. */
    CUT_OFF(true),
    /** It lies more askew than can be set right. */
    CROOKED(true),
    /** The paper is nearly as dark as the ink. */
    DARK(true),
    /** The writing is blurred. */
    BLURRED(true);

    private final boolean mayBeKept;

    PageFlaw(boolean mayBeKept) {
        this.mayBeKept = mayBeKept;
    }

    /** Whether the citizen may hand the page in all the same. */
    public boolean mayBeKept() {
        return mayBeKept;
    }
}
