package kiosk.device;

/** Whether a card lies on a reader. */
public enum Presence {
    /** It lies there. */
    THERE,
    /** It has been taken. */
    GONE,
    /** The device cannot tell. */
    UNKNOWN
}
