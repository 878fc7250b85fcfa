package kiosk.drivers.ipp;

import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.drivers.ipp.IppFailure.Meaning;

/** What the status of an answer means: RFC 8011 appendix B for IPP, RFC 9110 for HTTP. */
final class IppStatus {
    private static final int LAST_SUCCESS = 0x00FF;
    private static final int NOT_FOUND = 0x0406;

    private IppStatus() {}

    /** Passes the three kinds of success. */
    static void require(int status) throws IppFailure {
        if (status > LAST_SUCCESS || status < 0) {
            throw failure(status);
        }
    }

    /** Whether the printer said that there is no such job or no such queue. */
    static boolean notFound(IppFailure failure) {
        return failure.fault().code().equals(code(NOT_FOUND));
    }

    /** What a printer says that has no such job. */
    static IppFailure notFound() {
        return failure(NOT_FOUND);
    }

    private static IppFailure failure(int status) {
        Cause cause = switch (status) {
            case 0x0500, 0x0504 -> Cause.HARDWARE;
            case 0x0502, 0x0505, 0x0507, 0x050B -> Cause.BUSY;
            case 0x0506, 0x0508, 0x050A -> Cause.STOPPED;
            default -> Cause.MISCONFIGURED;
        };
        return new IppFailure(cause == Cause.BUSY ? Meaning.BUSY : Meaning.REFUSED, new Fault(cause, code(status)));
    }

    private static String code(int status) {
        return String.format("ipp-status=0x%04x", status);
    }

    /** Passes 200 alone: IPP answers travel in nothing else. */
    static void requireHttp(int status) throws IppFailure {
        String code = "http-status=" + status;
        switch (status) {
            case 200 -> {
                return;
            }
            case 400, 401, 403, 404, 405, 413, 415, 426 -> throw IppFailure.refused(Cause.MISCONFIGURED, code);
            case 503 -> throw new IppFailure(Meaning.BUSY, new Fault(Cause.BUSY, code));
            default -> throw IppFailure.unknown(Cause.GARBLED, code);
        }
    }
}
