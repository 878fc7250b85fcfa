package kiosk.desktop;

/** The terminal cannot start as it is set up; the message says what to mend. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
