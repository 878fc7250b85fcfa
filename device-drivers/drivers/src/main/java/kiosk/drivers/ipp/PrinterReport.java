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
 * @param ready the names of the paper in its trays (PWG 5101.1); empty if it does not say
 */
record PrinterReport(
        boolean stopped,
        boolean accepting,
        List<String> reasons,
        List<String> formats,
        List<String> ready,
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
                answer.getStrings(Tag.printerAttributes, Types.mediaReady),
                PrinterSupplies.of(answer),
                PrinterNameplate.of(answer));
    }

    /** Why no job can be given to the printer: it was stopped on purpose, does not take this format, or has no such paper. */
    Optional<Fault> refusal(String format, String media) {
        if (!accepting) {
            return Optional.of(new Fault(Cause.STOPPED, "not accepting jobs"));
        }
        if (!formats.isEmpty() && !formats.contains(format)) {
            return Optional.of(new Fault(Cause.MISCONFIGURED, "does not take " + format));
        }
        Optional<Fault> said = PrinterReason.gravest(Weight.REFUSES, reasons);
        if (said.isPresent() || holding().isPresent()) {
            return said;
        }
        Optional<Fault> wrongPaper = wrongPaper(media);
        if (wrongPaper.isPresent() || !stopped) {
            return wrongPaper;
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

    /** Paper of other sizes alone: the size is the last part of a name. A printer that does not say is believed to have it. */
    private Optional<Fault> wrongPaper(String media) {
        boolean other =
                !ready.isEmpty() && ready.stream().noneMatch(name -> size(name).equals(size(media)));
        return other ? Optional.of(new Fault(Cause.WRONG_PAPER, "media-ready=" + ready.get(0))) : Optional.empty();
    }

    private static String size(String name) {
        return name.substring(name.lastIndexOf('_') + 1);
    }

    Health health(String format, String media) {
        return state(format, media).with(supplies.all(reasons));
    }

    private Health state(String format, String media) {
        Optional<Fault> unusable = refusal(format, media).or(this::holding);
        if (unusable.isPresent()) {
            return Health.offline(unusable.get(), nameplate);
        }
        return PrinterReason.gravest(Weight.WARNS, reasons)
                .or(supplies::low)
                .map(soon -> Health.degraded(soon, nameplate))
                .orElseGet(() -> Health.online(nameplate));
    }
}
