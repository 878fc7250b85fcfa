package kiosk.drivers.ipp;

import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kiosk.device.Health.Nameplate;
import org.jspecify.annotations.Nullable;

/** Reads who made a printer from its device id ({@code MFG:..;MDL:..;SN:..;}, IEEE 1284-2000 section 7.6) and its other attributes. */
final class PrinterNameplate {
    private static final int LONGEST = 127;

    private PrinterNameplate() {}

    static Nameplate of(IppPacket answer) {
        Map<String, String> id = deviceId(text(answer, Types.printerDeviceId));
        String makeAndModel = text(answer, Types.printerMakeAndModel);
        String maker = first(id.get("MFG"), id.get("MANUFACTURER"), makeAndModel.split(" ", 2)[0]);
        return new Nameplate(
                maker,
                first(id.get("MDL"), id.get("MODEL"), makeAndModel),
                first(text(answer, Types.printerSerialNumber), id.get("SN"), id.get("SERIALNUMBER")),
                text(answer, Types.printerFirmwareStringVersion));
    }

    private static Map<String, String> deviceId(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(";", 32)) {
            String[] parts = pair.split(":", 2);
            if (parts.length == 2) {
                pairs.putIfAbsent(parts[0].strip().toUpperCase(Locale.ROOT), parts[1].strip());
            }
        }
        return pairs;
    }

    private static String text(IppPacket answer, AttributeType<?> type) {
        return first(IppValues.text(answer, Tag.printerAttributes, type));
    }

    private static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.substring(0, Math.min(candidate.length(), LONGEST));
            }
        }
        return "";
    }
}
