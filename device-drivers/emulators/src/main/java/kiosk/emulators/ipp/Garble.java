package kiosk.emulators.ipp;

/** The ways in which the emulated printer's answers can be spoilt. */
public enum Garble {
    /** A web page, as a captive portal or the printer's own settings page would answer. */
    HTML,
    /** Bytes of no meaning under the right content type. */
    NOISE,
    /** The first half of a right answer. */
    TRUNCATED,
    /** A right beginning, and then collections within collections. */
    NESTED,
    /** A right beginning that never ends. */
    ENDLESS,
    /** The connection is taken and nothing is said. */
    SILENT,
    /** The request is carried out and the connection closed without an answer. */
    LOST
}
