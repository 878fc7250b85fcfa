package kiosk.drivers.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.drivers.ipp.PrinterReason.Weight;

/**
 * What a printer says of itself, as its answer to Get-Printer-Attributes (RFC 8011 section 5.4, PWG 5100.13 for trays and supplies).
 *
 * @param formats the document formats it takes; empty if it does not say
 */
record PrinterReport(
        boolean stopped,
        boolean accepting,
        List<String> reasons,
        List<String> formats,
        PrinterSupplies supplies,
        Health.Nameplate nameplate) {
    private static final int STATE_STOPPED = 5;

    static PrinterReport of(IppPacket answer) throws IppFailure {
        PrinterState state = IppValues.first(answer, Tag.printerAttributes, Types.printerState)
                .orElseThrow(() -> IppFailure.unknown(Cause.GARBLED, "no printer-state"));
        return new PrinterReport(
                state.getCode() == STATE_STOPPED,
                IppValues.first(answer, Tag.printerAttributes, Types.printerIsAcceptingJobs)
                        .orElse(true),
                answer.getStrings(Tag.printerAttributes, Types.printerStateReasons),
                answer.getStrings(Tag.printerAttributes, Types.documentFormatSupported),
                PrinterSupplies.of(answer),
                PrinterNameplate.of(answer));
    }

    /** Why no job can be given to the printer, if it was stopped on purpose or does not take this format. */
    Optional<Fault> refusal(String format) {
        if (!accepting) {
            return Optional.of(new Fault(Cause.STOPPED, "not accepting jobs"));
        }
        if (!formats.isEmpty() && !formats.contains(format)) {
            return Optional.of(new Fault(Cause.MISCONFIGURED, "does not take " + format));
        }
        Optional<Fault> said = PrinterReason.gravest(Weight.REFUSES, reasons);
        if (said.isPresent() || !stopped || holding().isPresent()) {
            return said;
        }
        return Optional.of(new Fault(Cause.STOPPED, "stopped " + String.join(" ", reasons)));
    }

    /** What a job waits for until somebody cures it; an empty tray is nothing to wait for while another one has paper. */
    Optional<Fault> holding() {
        boolean anotherTray = !stopped && supplies.paperInAnotherTray();
        List<String> words = reasons.stream()
                .filter(word -> !(anotherTray && word.startsWith("media-empty")))
                .toList();
        return PrinterReason.gravest(Weight.HOLDS, words);
    }

    Health health(String format) {
        return state(format).with(supplies.all(reasons));
    }

    private Health state(String format) {
        Optional<Fault> unusable = refusal(format).or(this::holding);
        if (unusable.isPresent()) {
            return Health.offline(unusable.get(), nameplate);
        }
        return PrinterReason.gravest(Weight.WARNS, reasons)
                .or(supplies::low)
                .map(soon -> Health.degraded(soon, nameplate))
                .orElseGet(() -> Health.online(nameplate));
    }
}
