package kiosk.diagnosis;

import java.time.Duration;
import java.util.Optional;
import kiosk.catalogue.Department;

/**
 * How far a look got at one station of the line.
 *
 * @param department which one, at {@link Hop#DEPARTMENT}; empty elsewhere
 * @param trouble why, where it failed
 * @param code for the technician: an address, a count or a word of the system, at most 60 characters of printable ASCII
 */
public record HopResult(
        Hop hop,
        Optional<Department> department,
        Outcome outcome,
        Optional<Trouble> trouble,
        String code,
        Duration took) {
    private static final int LONGEST_CODE = 60;

    /** Cuts a code that is too long; a failure has a trouble, anything else has none. */
    public HopResult {
        if (trouble.isPresent() != (outcome == Outcome.FAILED)) {
            throw new IllegalArgumentException("a failed hop has a trouble, and no other has");
        }
        String printable = code.replaceAll("[^\\x20-\\x7E]", "?");
        code = printable.substring(0, Math.min(LONGEST_CODE, printable.length()));
    }

    /** How far a look got. */
    public enum Outcome {
        /** It is there, but did not show that it can do its work. */
        CONTACTED,
        /** It showed that it does its work. */
        PROVEN,
        /** It is not there, or said no. */
        FAILED,
        /** Not looked at: there is none on this line, or a station before it failed. */
        SKIPPED
    }

    /** Why a station failed. */
    public enum Trouble {
        /** No interface is up. */
        NO_LINK,
        /** No interface has an address. */
        NO_ADDRESS,
        /** No route leads out. */
        NO_ROUTE,
        /** The name is not known to the name server, or no name server answered. */
        UNKNOWN_NAME,
        /** Nothing came in time. */
        SILENT,
        /** The far end refused the connection, or broke it. */
        REFUSED,
        /** The certificate is over. */
        EXPIRED,
        /** The certificate has not begun. */
        NOT_YET_VALID,
        /** Nobody whom this terminal trusts signed the certificate. */
        UNKNOWN_AUTHORITY,
        /** The certificate is for somebody else. */
        OTHER_HOST,
        /** No common language of encryption, or another failure of it. */
        NO_HANDSHAKE,
        /** Somebody answered, but not as the platform does: a portal, or another server. */
        NOT_THE_PLATFORM,
        /** The platform answered that it does not let this terminal in. */
        NOT_ADMITTED,
        /** The platform answered that it cannot. */
        OUT_OF_ORDER
    }

    /** A station that did its work. */
    public static HopResult proven(Hop hop, String code, Duration took) {
        return new HopResult(hop, Optional.empty(), Outcome.PROVEN, Optional.empty(), code, took);
    }

    /** A station that is there. */
    public static HopResult contacted(Hop hop, String code, Duration took) {
        return new HopResult(hop, Optional.empty(), Outcome.CONTACTED, Optional.empty(), code, took);
    }

    /** A station that failed. */
    public static HopResult failed(Hop hop, Trouble trouble, String code, Duration took) {
        return new HopResult(hop, Optional.empty(), Outcome.FAILED, Optional.of(trouble), code, took);
    }

    /** A station that was not looked at. */
    public static HopResult skipped(Hop hop, String code) {
        return new HopResult(hop, Optional.empty(), Outcome.SKIPPED, Optional.empty(), code, Duration.ZERO);
    }

    /** The same, of one department. */
    public HopResult of(Department which) {
        return new HopResult(hop, Optional.of(which), outcome, trouble, code, took);
    }

    /** Whether a request came through here. */
    public boolean passed() {
        return outcome == Outcome.PROVEN || outcome == Outcome.CONTACTED;
    }
}
