package kiosk.sync.seal;

/** Thrown where something could not be sealed; nothing of it may be stored then. */
public final class NotSealed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** It cannot be sealed, and why. */
    public NotSealed(String why) {
        super(why);
    }

    /** It cannot be sealed, why, and by what. */
    public NotSealed(String why, Exception cause) {
        super(why, cause);
    }
}
