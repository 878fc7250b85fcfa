package kiosk.drivers.escl;

import java.net.ProtocolException;
import java.util.List;
import java.util.TreeSet;
import kiosk.device.Health;

/**
 * What a scanner says it can do ({@code ScannerCapabilities}, Mopria eSCL Technical Specification 2.97, 8.1).
 *
 * @param platen whether it has a glass
 * @param feeder whether it has a sheet feeder
 * @param resolutions the resolutions it names, of both; empty if it names ranges only
 */
record EsclCapabilities(
        String version, Health.Nameplate nameplate, boolean platen, boolean feeder, List<Integer> resolutions) {
    static EsclCapabilities of(byte[] xml) throws ProtocolException {
        EsclXml document = EsclXml.of(xml, "ScannerCapabilities");
        TreeSet<Integer> resolutions = new TreeSet<>();
        for (String text : document.texts("XResolution")) {
            if (text.matches("[0-9]{2,4}")) {
                resolutions.add(Integer.parseInt(text));
            }
        }
        return new EsclCapabilities(
                document.text("Version").filter(it -> it.matches("[0-9.]{1,8}")).orElse("2.0"),
                nameplate(document),
                document.has("Platen"),
                document.has("Adf"),
                List.copyOf(resolutions));
    }

    private static Health.Nameplate nameplate(EsclXml document) {
        return new Health.Nameplate(
                document.text("Manufacturer").orElse(""),
                document.text("MakeAndModel").orElse(""),
                document.text("SerialNumber").orElse(""),
                document.text("FirmwareVersion").orElse(""));
    }

    /** The resolution it has that is nearest to the one wanted, and not below it where that can be. */
    int resolution(int wanted) {
        return resolutions.stream()
                .filter(it -> it >= wanted && it <= 2 * wanted)
                .findFirst()
                .orElseGet(() -> resolutions.stream()
                        .reduce((one, other) -> other)
                        .filter(it -> it < wanted)
                        .orElse(wanted));
    }
}
