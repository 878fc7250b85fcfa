package kiosk.drivers.escl;

import java.net.ProtocolException;
import java.util.Optional;
import kiosk.device.Fault;

/**
 * How a scanner is ({@code ScannerStatus}, Mopria eSCL Technical Specification 2.97, 8.2).
 *
 * @param state {@code Idle}, {@code Processing}, {@code Testing}, {@code Stopped} or {@code Down}
 * @param adfState {@code ScannerAdfLoaded} and others; empty without a feeder
 */
record EsclStatus(String state, String adfState) {
    static EsclStatus of(byte[] xml) throws ProtocolException {
        EsclXml document = EsclXml.of(xml, "ScannerStatus");
        return new EsclStatus(
                document.text("State").orElseThrow(() -> new ProtocolException("no state")),
                document.text("AdfState").orElse(""));
    }

    boolean loaded() {
        return adfState.equals("ScannerAdfLoaded") || adfState.equals("ScannerAdfProcessing");
    }

    /** Whether sheets lie in its feeder that are not on their way. */
    boolean waiting() {
        return adfState.equals("ScannerAdfLoaded");
    }

    /** Whether it says that its feeder is empty. */
    boolean empty() {
        return adfState.equals("ScannerAdfEmpty");
    }

    boolean working() {
        return state.equals("Processing") || state.equals("Testing");
    }

    /** Whether such a fault shows here while it lasts. */
    static boolean shows(Fault.Cause cause) {
        return cause == Fault.Cause.PAPER_JAM || cause == Fault.Cause.COVER_OPEN;
    }

    /** What is wrong with it; the states of the feeder count where the feeder is used. */
    Optional<Fault> fault(boolean feeding) {
        if (feeding) {
            switch (adfState) {
                case "ScannerAdfJam",
                        "ScannerAdfMispick",
                        "ScannerAdfMultipickDetected",
                        "ScannerAdfDuplexPageTooShort" -> {
                    return Optional.of(new Fault(Fault.Cause.PAPER_JAM, adfState));
                }
                case "ScannerAdfHatchOpen", "ScannerAdfDoorOpen", "ScannerAdfInputTrayOpen" -> {
                    return Optional.of(new Fault(Fault.Cause.COVER_OPEN, adfState));
                }
                case "ScannerAdfInputTrayFailed", "ScannerAdfInputTrayOverloaded" -> {
                    return Optional.of(new Fault(Fault.Cause.HARDWARE, adfState));
                }
                default -> {
                    // the others say that it works
                }
            }
        }
        return switch (state) {
            case "Stopped" -> Optional.of(new Fault(Fault.Cause.STOPPED, "state Stopped"));
            case "Down" -> Optional.of(new Fault(Fault.Cause.HARDWARE, "state Down"));
            default -> Optional.empty();
        };
    }
}
