package kiosk.diagnosis;

/** What came of trying a serial device that did not answer another way. */
public sealed interface Trial {
    /** It answers at another speed. */
    record AnswersAt(int baud) implements Trial {}

    /** It answers on another port. */
    record AnswersOn(String path) implements Trial {}

    /** It answers at no speed and on no port that could be tried. */
    record AnswersNowhere() implements Trial {}
}
