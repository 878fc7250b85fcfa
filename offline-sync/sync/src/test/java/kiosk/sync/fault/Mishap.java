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
        /** The lowest bit of a byte of the request is flipped: a digit becomes another digit. */
        REQUEST_DIGIT_FLIPPED,
        /** The first submission is handed in under another id: the version in its address, 7, becomes 6. */
        ADDRESS_FLIPPED,
        /** The request is delivered, and its answer breaks off. */
        ANSWER_CUT,
        /** The request is delivered, and its answer breaks off with a reset. */
        ANSWER_RESET,
        /** The answer is flipped in one bit. */
        ANSWER_FLIPPED,
        /** The lowest bit of a byte of the answer is flipped. */
        ANSWER_DIGIT_FLIPPED,
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
        return switch (kind) {
            case REQUEST_CUT, REQUEST_FLIPPED, REQUEST_DIGIT_FLIPPED, ADDRESS_FLIPPED -> true;
            default -> false;
        };
    }

    /** The bit of a byte that is flipped; none where nothing is. */
    int bit() {
        return switch (kind) {
            case REQUEST_FLIPPED, ANSWER_FLIPPED -> 0x10;
            case REQUEST_DIGIT_FLIPPED, ADDRESS_FLIPPED, ANSWER_DIGIT_FLIPPED -> 0x01;
            default -> 0;
        };
    }
}
