package kiosk.emulators.scanner;

/** What a scanner may say over eSCL that no scanner should. */
public enum EsclGarble {
    /** It accepts the question and says nothing. */
    SILENCE,
    /** Its documents have a document type with an entity from outside. */
    HOSTILE_XML,
    /** Its documents are as deep as they are long. */
    DEEP_XML,
    /** Its documents have no end. */
    ENDLESS_XML,
    /** It answers with a web page. */
    WEB_PAGE,
    /** The job it names is nowhere. */
    NO_JOB,
    /** The picture ends in the middle as if that were normal. */
    TRUNCATED_JPEG,
    /** The picture says that it is as large as a head can say. */
    HUGE_JPEG,
    /** The picture has no end. */
    ENDLESS_JPEG,
    /** The picture is none. */
    NO_JPEG,
    /** The job is gone before its first page. */
    JOB_GONE
}
