package kiosk.drivers.ipp;

import kiosk.device.Fault;

/** A request that did not succeed, and what that says about the job it may have carried. */
final class IppFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;
    private final Meaning meaning;

    IppFailure(Meaning meaning, Fault fault) {
        super(fault.cause() + " " + fault.code());
        this.meaning = meaning;
        this.fault = fault;
    }

    /** What a failure means for a job that was to be started. */
    enum Meaning {
        /** The printer said no, or was never reached: nothing was started. */
        REFUSED,
        /** The printer said: not now. */
        BUSY,
        /** The request may have been heard although no usable answer came. */
        UNKNOWN
    }

    static IppFailure refused(Fault.Cause cause, String code) {
        return new IppFailure(Meaning.REFUSED, new Fault(cause, code));
    }

    static IppFailure unknown(Fault.Cause cause, String code) {
        return new IppFailure(Meaning.UNKNOWN, new Fault(cause, code));
    }

    Fault fault() {
        return fault;
    }

    Meaning meaning() {
        return meaning;
    }
}
