package kiosk.diagnosis;

/** The stations between this terminal and the departments, in the order in which a request passes them. */
public enum Hop {
    /** The cable or the radio: an interface that is up. */
    LINK,
    /** An address of this terminal on it. */
    ADDRESS,
    /** The router to everything else. */
    GATEWAY,
    /** The name of the platform, resolved. */
    NAME,
    /** A connection to the platform whose certificate is believed. */
    TLS,
    /** The platform itself. */
    PLATFORM,
    /** One department behind the platform. */
    DEPARTMENT
}
