package kiosk.drivers.scanner;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Optional;
import kiosk.device.DocumentScanner.Broken;
import kiosk.device.DocumentScanner.Cancelled;
import kiosk.device.DocumentScanner.NoPaper;
import kiosk.device.DocumentScanner.Outcome;
import kiosk.device.Fault;

/** What it means when a scan does not end with a page. */
public final class ScanEnd {
    private ScanEnd() {}

    static Outcome of(SaneRefused refused) {
        return switch (refused.status()) {
            case NO_DOCS -> new NoPaper();
            case CANCELLED -> new Cancelled();
            case GOOD,
                    UNSUPPORTED,
                    DEVICE_BUSY,
                    INVAL,
                    EOF,
                    JAMMED,
                    COVER_OPEN,
                    IO_ERROR,
                    NO_MEM,
                    ACCESS_DENIED,
                    UNKNOWN -> new Broken(refused.fault());
        };
    }

    /**
     * What of a scan's end stands until a scan goes well: what a look at the scanner does not show. Whether it is there, answers and is
     * free, that shows.
     */
    public static Optional<Fault> lasting(Outcome outcome) {
        return outcome instanceof Broken broken && lasts(broken.fault().cause())
                ? Optional.of(broken.fault())
                : Optional.empty();
    }

    private static boolean lasts(Fault.Cause cause) {
        return switch (cause) {
            case PAPER_JAM, COVER_OPEN, HARDWARE, GARBLED, MISCONFIGURED -> true;
            default -> false;
        };
    }

    /** A port that refuses is a service that does not run; a connection that ends early or stays silent is no answer. */
    public static Fault of(IOException failure) {
        String code = failure.getClass().getSimpleName();
        if (failure instanceof ConnectException) {
            return new Fault(Fault.Cause.SERVICE_MISSING, code);
        }
        if (failure instanceof NoRouteToHostException || failure instanceof UnknownHostException) {
            return new Fault(Fault.Cause.NOT_CONNECTED, code);
        }
        return new Fault(failure instanceof ProtocolException ? Fault.Cause.GARBLED : Fault.Cause.NO_ANSWER, code);
    }
}
