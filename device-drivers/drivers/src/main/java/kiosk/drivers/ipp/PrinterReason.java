package kiosk.drivers.ipp;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;

/**
 * A word of printer-state-reasons and what it means to us (RFC 8011 section 5.4.12, PWG 5100.9). Printers append {@code -report},
 * {@code -warning} or {@code -error} as they please and some cut words at 31 characters: a word is known by its beginning.
 */
record PrinterReason(String beginning, Weight weight, Cause cause) {
    /** What a reason does to a job, the gravest first. */
    enum Weight {
        /** The printer was stopped on purpose: no job will print. */
        REFUSES,
        /** A job waits until somebody cures it. */
        HOLDS,
        /** Soon. */
        WARNS
    }

    private static final List<PrinterReason> KNOWN = List.of(
            new PrinterReason("paused", Weight.REFUSES, Cause.STOPPED),
            new PrinterReason("moving-to-paused", Weight.REFUSES, Cause.STOPPED),
            new PrinterReason("shutdown", Weight.REFUSES, Cause.STOPPED),
            new PrinterReason("deactivated", Weight.REFUSES, Cause.STOPPED),
            new PrinterReason("hold-new-jobs", Weight.REFUSES, Cause.STOPPED),
            new PrinterReason("cups-missing-filter", Weight.REFUSES, Cause.MISCONFIGURED),
            new PrinterReason("cups-insecure-filter", Weight.REFUSES, Cause.MISCONFIGURED),
            new PrinterReason("media-jam", Weight.HOLDS, Cause.PAPER_JAM),
            new PrinterReason("cover-open", Weight.HOLDS, Cause.COVER_OPEN),
            new PrinterReason("door-open", Weight.HOLDS, Cause.COVER_OPEN),
            new PrinterReason("interlock-open", Weight.HOLDS, Cause.COVER_OPEN),
            new PrinterReason("media-empty", Weight.HOLDS, Cause.PAPER_OUT),
            new PrinterReason("media-needed", Weight.HOLDS, Cause.PAPER_OUT),
            new PrinterReason("input-tray-missing", Weight.HOLDS, Cause.PAPER_OUT),
            new PrinterReason("toner-empty", Weight.HOLDS, Cause.TONER_OUT),
            new PrinterReason("marker-supply-empty", Weight.HOLDS, Cause.TONER_OUT),
            new PrinterReason("developer-empty", Weight.HOLDS, Cause.TONER_OUT),
            new PrinterReason("output-area-full", Weight.HOLDS, Cause.TRAY_FULL),
            new PrinterReason("output-tray-missing", Weight.HOLDS, Cause.TRAY_FULL),
            new PrinterReason("fuser-over-temp", Weight.HOLDS, Cause.TOO_HOT),
            new PrinterReason("marker-waste-full", Weight.HOLDS, Cause.HARDWARE),
            new PrinterReason("opc-life-over", Weight.HOLDS, Cause.HARDWARE),
            new PrinterReason("spool-area-full", Weight.HOLDS, Cause.BUSY),
            new PrinterReason("media-low", Weight.WARNS, Cause.PAPER_LOW),
            new PrinterReason("toner-low", Weight.WARNS, Cause.TONER_LOW),
            new PrinterReason("marker-supply-low", Weight.WARNS, Cause.TONER_LOW),
            new PrinterReason("developer-low", Weight.WARNS, Cause.TONER_LOW),
            new PrinterReason("marker-waste-almost-full", Weight.WARNS, Cause.TONER_LOW),
            new PrinterReason("opc-near-eol", Weight.WARNS, Cause.TONER_LOW),
            new PrinterReason("output-area-almost-full", Weight.WARNS, Cause.TRAY_FULL));

    /** The gravest fault of that weight among a printer's words; its code is the printer's own word. */
    static Optional<Fault> gravest(Weight weight, Collection<String> words) {
        return KNOWN.stream()
                .filter(reason -> reason.weight == weight)
                .flatMap(reason -> words.stream()
                        .filter(word -> word.startsWith(reason.beginning))
                        .map(word -> new Fault(reason.cause, word)))
                .findFirst();
    }
}
