package kiosk.platform;

/**
 * A payment order for a submission's fee.
 *
 * @param code the text of the code the citizen's phone scans
 */
public record Order(String code, State state) {
    /** How an order stands. */
    public enum State {
        /** Waits for the money. */
        OPEN,
        /** The money is there. */
        PAID,
        /** The money went to the department with the submission. */
        SETTLED,
        /** Cancelled before any money came. */
        CANCELLED,
        /** The money went back. */
        REFUNDED
    }

    @Override
    public String toString() {
        return "Order[" + state + "]";
    }
}
