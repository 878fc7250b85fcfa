package kiosk.emulators.scanner;

/** What a far end may say that is not SANE's network protocol, or is it to excess. */
public enum Garble {
    /** It accepts the connection and says nothing. */
    SILENCE,
    /** It answers with another protocol. */
    ANOTHER_PROTOCOL,
    /** It names a string of two thousand million bytes. */
    ENDLESS_TEXT,
    /** It announces as many options as a word can count. */
    ENDLESS_OPTIONS,
    /** It describes a page of a million by a million dots. */
    HUGE_PAGE,
    /** It describes a page of fewer bytes than dots. */
    IMPOSSIBLE_PAGE,
    /** A record of the page is longer than the page. */
    LONG_RECORD,
    /** Records without any end. */
    ENDLESS_RECORDS,
    /** Records of nothing, without any end. */
    EMPTY_RECORDS,
    /** The page ends in the middle as if that were normal. */
    SHORT_PAGE,
    /** The port for the page is none. */
    NO_PORT
}
