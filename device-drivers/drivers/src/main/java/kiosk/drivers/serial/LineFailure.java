package kiosk.drivers.serial;

import kiosk.device.Fault;

/** A serial line did not do what was asked of it; ends inside the driver, which answers with the fault. */
public final class LineFailure extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised; a record of an enum and a string
    private final Fault fault;

    /** A failure of that cause; the code is for the technician and carries no data of the line. */
    public LineFailure(Fault.Cause cause, String code) {
        super(cause + " " + code);
        this.fault = new Fault(cause, code);
    }

    /** What to tell of it. */
    public Fault fault() {
        return fault;
    }
}
