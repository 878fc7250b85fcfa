package kiosk.drivers.scanner;

import kiosk.device.Fault;

/** How a call of SANE ended (SANE Standard 1.06, 4.2.7), by its number on the wire, and the cause we see in it. */
enum SaneStatus {
    GOOD(0, Fault.Cause.GARBLED),
    UNSUPPORTED(1, Fault.Cause.MISCONFIGURED),
    CANCELLED(2, Fault.Cause.STOPPED),
    DEVICE_BUSY(3, Fault.Cause.BUSY),
    INVAL(4, Fault.Cause.MISCONFIGURED),
    EOF(5, Fault.Cause.GARBLED),
    JAMMED(6, Fault.Cause.PAPER_JAM),
    NO_DOCS(7, Fault.Cause.PAPER_OUT),
    COVER_OPEN(8, Fault.Cause.COVER_OPEN),
    IO_ERROR(9, Fault.Cause.NOT_CONNECTED),
    NO_MEM(10, Fault.Cause.HARDWARE),
    ACCESS_DENIED(11, Fault.Cause.MISCONFIGURED),
    UNKNOWN(-1, Fault.Cause.GARBLED);

    private final int number;
    private final Fault.Cause cause;

    SaneStatus(int number, Fault.Cause cause) {
        this.number = number;
        this.cause = cause;
    }

    static SaneStatus of(int number) {
        for (SaneStatus status : values()) {
            if (status.number == number) {
                return status;
            }
        }
        return UNKNOWN;
    }

    Fault fault() {
        return new Fault(cause, "SANE_STATUS_" + name());
    }
}
