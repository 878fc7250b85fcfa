package kiosk.sync.fault;

/**
 * What happens to one connection.
 *
 * @param kind what happens
 * @param after how many bytes of its direction pass before
 */
public record Mishap(Kind kind, int after) {
    /** All passes. */
    public static final Mishap NONE = new Mishap(Kind.NONE, 0);

    /** What may happen. */
    public enum Kind {
        NONE,
        /** The request breaks off, and the far end never has all of it. */
        REQUEST_CUT,
        /** The request is flipped in one bit. */
        REQUEST_FLIPPED,
        /** The request is delivered, and its answer breaks off. */
        ANSWER_CUT,
        /** The request is delivered, and its answer breaks off with a reset. */
        ANSWER_RESET,
        /** The answer is flipped in one bit. */
        ANSWER_FLIPPED,
        /** The answer ends early, in order, and the connection stays open the other way. */
        ANSWER_HALF_CLOSED,
        /** The answer comes a few bytes at a time. */
        ANSWER_DRIBBLES,
        /** The connection is taken, and nothing ever passes. */
        SILENCE,
        /** The connection is reset at once. */
        REFUSED
    }

    boolean ofTheRequest() {
        return kind == Kind.REQUEST_CUT || kind == Kind.REQUEST_FLIPPED;
    }
}
