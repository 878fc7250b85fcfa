package kiosk.drivers.scanner;

import kiosk.device.Fault;

/** Ends a scan that the far end refused, with what it said. */
final class SaneRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final SaneStatus status;
    private final transient Fault fault;

    SaneRefused(SaneStatus status) {
        this(status, status.fault());
    }

    SaneRefused(SaneStatus status, Fault fault) {
        super(fault.code(), null, false, false);
        this.status = status;
        this.fault = fault;
    }

    /** The settings name something that this scanner does not have. */
    static SaneRefused misconfigured(String what) {
        return new SaneRefused(SaneStatus.UNSUPPORTED, new Fault(Fault.Cause.MISCONFIGURED, what));
    }

    SaneStatus status() {
        return status;
    }

    Fault fault() {
        return fault;
    }
}
