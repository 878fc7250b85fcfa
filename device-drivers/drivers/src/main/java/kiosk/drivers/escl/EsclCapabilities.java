package kiosk.drivers.escl;

import java.net.ProtocolException;
import java.util.List;
import java.util.Optional;
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
    private static final int FINE = 400;
    private static final int LEGIBLE = 150;

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

    /**
     * What to ask for: where it names resolutions one of those, the smallest that is not below the one wanted. A page finer than
     * {@value #FINE} is four times the bytes and shows nothing more: then rather a coarser one, if small print stays legible on it.
     */
    int resolution(int wanted) {
        if (resolutions.isEmpty()) {
            return wanted;
        }
        int finest = resolutions.get(resolutions.size() - 1);
        int above = resolutions.stream().filter(it -> it >= wanted).findFirst().orElse(finest);
        return above <= FINE ? above : below(wanted).orElse(above);
    }

    private Optional<Integer> below(int wanted) {
        return resolutions.stream().filter(it -> it >= LEGIBLE && it < wanted).reduce((one, finer) -> finer);
    }
}
