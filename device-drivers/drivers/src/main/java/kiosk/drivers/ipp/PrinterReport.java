package kiosk.drivers.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.KeyValuesType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Supplies supplies,
        Health.Nameplate nameplate) {
    private static final int STATE_STOPPED = 5;

    /** Supplies and trays, each as the pairs the printer wrote. */
    record Supplies(List<Map<String, String>> markers, List<Map<String, String>> trays) {
        private static final int LOW_PERCENT = 10;

        Optional<Fault> low() {
            return markers.stream()
                    .filter(marker -> !marker.getOrDefault("type", "").startsWith("waste"))
                    .map(Supplies::percent)
                    .filter(percent -> percent >= 0 && percent <= LOW_PERCENT)
                    .map(percent -> new Fault(Cause.TONER_LOW, "supply=" + percent + "%"))
                    .findFirst();
        }

        /** Whether an empty tray is not the only one: -3 stands for some paper, -2 for not known (RFC 3805 prtInputCurrentLevel). */
        boolean paperInAnotherTray() {
            return trays.size() > 1
                    && trays.stream().anyMatch(tray -> number(tray, "level") > 0 || number(tray, "level") == -3);
        }

        private static long percent(Map<String, String> marker) {
            long level = number(marker, "level");
            long most = number(marker, "maxcapacity");
            return level < 0 || most <= 0 ? -1 : level * 100 / most;
        }

        private static long number(Map<String, String> pairs, String key) {
            String text = pairs.getOrDefault(key, "");
            return text.matches("-?\\d{1,9}") ? Long.parseLong(text) : -2;
        }
    }

    static PrinterReport of(IppPacket answer) throws IppFailure {
        PrinterState state = IppValues.first(answer, Tag.printerAttributes, Types.printerState)
                .orElseThrow(() -> IppFailure.unknown(Cause.GARBLED, "no printer-state"));
        return new PrinterReport(
                state.getCode() == STATE_STOPPED,
                IppValues.first(answer, Tag.printerAttributes, Types.printerIsAcceptingJobs)
                        .orElse(true),
                answer.getStrings(Tag.printerAttributes, Types.printerStateReasons),
                answer.getStrings(Tag.printerAttributes, Types.documentFormatSupported),
                new Supplies(pairs(answer, Types.printerSupply), pairs(answer, Types.printerInputTray)),
                PrinterNameplate.of(answer));
    }

    private static List<Map<String, String>> pairs(IppPacket answer, KeyValuesType.Set type) {
        List<Map<String, String>> all = new ArrayList<>();
        for (KeyValues values : answer.getValues(Tag.printerAttributes, type)) {
            all.add(Map.copyOf(values.getPairs()));
        }
        return all;
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
