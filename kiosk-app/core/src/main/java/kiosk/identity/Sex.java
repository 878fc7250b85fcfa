package kiosk.identity;

/** Sex as GB/T 2261.1 codes it. */
public enum Sex {
    /** Code 0. */
    UNKNOWN('0'),
    /** Code 1. */
    MALE('1'),
    /** Code 2. */
    FEMALE('2'),
    /** Code 9. */
    NOT_STATED('9');

    private final char code;

    Sex(char code) {
        this.code = code;
    }

    /** The one-character code. */
    public char code() {
        return code;
    }

    /** The sex of that code; what GB/T 2261.1 does not know is {@link #UNKNOWN}. */
    public static Sex ofCode(char code) {
        for (Sex sex : values()) {
            if (sex.code == code) {
                return sex;
            }
        }
        return UNKNOWN;
    }
}
