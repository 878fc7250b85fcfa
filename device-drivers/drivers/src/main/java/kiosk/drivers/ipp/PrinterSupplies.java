package kiosk.drivers.ipp;

import com.hp.jipp.cups.Cups;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.KeyValuesType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Kind;
import kiosk.device.Health.Supply.Level;

/**
 * What a printer says of its supplies and trays: printer-supply and printer-input-tray (PWG 5100.13), each as the pairs the printer
 * wrote; where a CUPS queue stands in front, marker-types and marker-levels.
 */
record PrinterSupplies(List<Map<String, String>> markers, List<Map<String, String>> trays) {
    private static final int LOW_PERCENT = 10;
    private static final int MOST = 16;

    static PrinterSupplies of(IppPacket answer) {
        List<Map<String, String>> markers = pairs(answer, Types.printerSupply);
        return new PrinterSupplies(
                markers.isEmpty() ? cupsMarkers(answer) : markers, pairs(answer, Types.printerInputTray));
    }

    private static List<Map<String, String>> pairs(IppPacket answer, KeyValuesType.Set type) {
        List<Map<String, String>> all = new ArrayList<>();
        for (KeyValues values : answer.getValues(Tag.printerAttributes, type)) {
            all.add(Map.copyOf(values.getPairs()));
        }
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** CUPS gives levels in percent. */
    private static List<Map<String, String>> cupsMarkers(IppPacket answer) {
        List<String> types = answer.getStrings(Tag.printerAttributes, Cups.Types.markerTypes);
        List<Integer> levels = answer.getValues(Tag.printerAttributes, Cups.Types.markerLevels);
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, Math.min(types.size(), levels.size())); i++) {
            all.add(Map.of("type", types.get(i), "maxcapacity", "100", "level", String.valueOf(levels.get(i))));
        }
        return all;
    }

    Optional<Fault> low() {
        return markers.stream()
                .filter(marker -> kind(marker) != Kind.WASTE)
                .map(PrinterSupplies::percent)
                .filter(percent -> percent.orElse(100) <= LOW_PERCENT)
                .map(percent -> new Fault(Cause.TONER_LOW, "supply=" + percent.getAsInt() + "%"))
                .findFirst();
    }

    /** Whether an empty tray is not the only one: -3 stands for some paper, -2 for not known (RFC 3805 prtInputCurrentLevel). */
    boolean paperInAnotherTray() {
        return trays.size() > 1
                && trays.stream().anyMatch(tray -> number(tray, "level") > 0 || number(tray, "level") == -3);
    }

    /** All of them, the paper first; what no tray counts, the printer's reasons tell. */
    List<Supply> all(List<String> reasons) {
        List<Supply> all = new ArrayList<>();
        all.add(paper(reasons));
        markers.forEach(marker -> all.add(kind(marker) == Kind.WASTE ? waste(reasons) : supply(marker)));
        return all;
    }

    private Supply paper(List<String> reasons) {
        long sheets = 0;
        long most = 0;
        for (Map<String, String> tray : trays) {
            if (number(tray, "level") >= 0) {
                sheets += number(tray, "level");
                most += Math.max(0, number(tray, "maxcapacity"));
            }
        }
        boolean counted = trays.stream().anyMatch(tray -> number(tray, "level") >= 0);
        OptionalInt percent = counted ? percent(sheets, most) : OptionalInt.empty();
        OptionalInt pages = counted ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, sheets)) : OptionalInt.empty();
        return new Supply(Kind.PAPER, paperLevel(reasons, percent), percent, pages);
    }

    private Level paperLevel(List<String> reasons, OptionalInt percent) {
        if (!paperInAnotherTray() && says(reasons, "media-empty", "media-needed")) {
            return Level.OUT;
        } else if (says(reasons, "media-low") || percent.orElse(100) <= LOW_PERCENT) {
            return percent.orElse(1) == 0 ? Level.OUT : Level.LOW;
        }
        return Level.OK;
    }

    private static boolean says(List<String> reasons, String... beginnings) {
        return reasons.stream().anyMatch(word -> List.of(beginnings).stream().anyMatch(word::startsWith));
    }

    /** Printers disagree on whether a level of waste is what is in the box or what still fits: only their reasons are believed. */
    private static Supply waste(List<String> reasons) {
        Level almost = says(reasons, "marker-waste-almost-full") ? Level.LOW : Level.OK;
        return Supply.of(Kind.WASTE, says(reasons, "marker-waste-full") ? Level.OUT : almost);
    }

    private static Supply supply(Map<String, String> marker) {
        OptionalInt percent = percent(marker);
        if (percent.isEmpty()) {
            return Supply.of(kind(marker), number(marker, "level") == -3 ? Level.OK : Level.UNKNOWN);
        }
        Level some = percent.getAsInt() <= LOW_PERCENT ? Level.LOW : Level.OK;
        return new Supply(kind(marker), percent.getAsInt() == 0 ? Level.OUT : some, percent, OptionalInt.empty());
    }

    private static Kind kind(Map<String, String> marker) {
        String type = marker.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        if (type.startsWith("waste")) {
            return Kind.WASTE;
        }
        return type.startsWith("toner") || type.startsWith("ink") ? Kind.TONER : Kind.DRUM;
    }

    private static OptionalInt percent(Map<String, String> marker) {
        return percent(number(marker, "level"), number(marker, "maxcapacity"));
    }

    private static OptionalInt percent(long level, long most) {
        return level < 0 || most <= 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(100, level * 100 / most));
    }

    private static long number(Map<String, String> pairs, String key) {
        String text = pairs.getOrDefault(key, "");
        return text.matches("-?\\d{1,9}") ? Long.parseLong(text) : -2;
    }
}
