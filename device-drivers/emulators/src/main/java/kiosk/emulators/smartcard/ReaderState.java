package kiosk.emulators.smartcard;

/** How a reader stands; one byte on the wire. */
enum ReaderState {
    /** Not plugged in. */
    UNPLUGGED(0),
    /** No card in it. */
    EMPTY(1),
    /** A card in it. */
    CARD(2);

    private final byte code;

    ReaderState(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static ReaderState of(byte[] answer) {
        for (ReaderState state : values()) {
            if (answer.length == 1 && answer[0] == state.code) {
                return state;
            }
        }
        throw new IllegalStateException("the emulator names no such state of a reader");
    }
}
