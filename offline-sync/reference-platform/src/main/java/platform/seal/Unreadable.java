package platform.seal;

/** A container does not hold what PLATFORM-API.md, section 6, says; the reason bears nothing of its content. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
        super(reason);
    }
}
