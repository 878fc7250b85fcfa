package kiosk.emulators.scanner;

import java.nio.charset.StandardCharsets;

/** The XML documents of the emulated scanner (Mopria eSCL Technical Specification 2.97, 8.1 and 8.2). */
final class EsclDocuments {
    private static final String NAMES = "xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" "
            + "xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\"";
    private static final int DEEP = 20_000;

    private EsclDocuments() {}

    static String capabilities() {
        String input = "<scan:%s><scan:MinWidth>300</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>"
                + "<scan:MaxHeight>3508</scan:MaxHeight><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>"
                + "<scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
                + "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>"
                + "<scan:SupportedResolutions><scan:DiscreteResolutions>" + resolution(75) + resolution(150)
                + resolution(200) + resolution(300) + "</scan:DiscreteResolutions></scan:SupportedResolutions>"
                + "</scan:SettingProfile></scan:SettingProfiles></scan:%s>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerCapabilities " + NAMES + ">"
                + "<pwg:Version>2.63</pwg:Version><scan:Manufacturer>OneStop</scan:Manufacturer>"
                + "<pwg:MakeAndModel>OneStop Sheet 3</pwg:MakeAndModel><pwg:SerialNumber>S3-0042</pwg:SerialNumber>"
                + "<scan:Platen>" + input.formatted("PlatenInputCaps", "PlatenInputCaps") + "</scan:Platen>"
                + "<scan:Adf>" + input.formatted("AdfSimplexInputCaps", "AdfSimplexInputCaps")
                + "<scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf></scan:ScannerCapabilities>";
    }

    private static String resolution(int dots) {
        return ("<scan:DiscreteResolution><scan:XResolution>%d</scan:XResolution><scan:YResolution>%d</scan:YResolution>"
                        + "</scan:DiscreteResolution>")
                .formatted(dots, dots);
    }

    static String status(String state, String adfState) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerStatus " + NAMES + ">"
                + "<pwg:Version>2.63</pwg:Version><pwg:State>" + state + "</pwg:State>"
                + "<scan:AdfState>" + adfState + "</scan:AdfState></scan:ScannerStatus>";
    }

    /** The same document as a hostile far end would write it. */
    static byte[] spoilt(String document, EsclGarble garble) {
        String body = document.substring(document.indexOf("?>") + 2);
        String text = switch (garble) {
            case HOSTILE_XML ->
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY it SYSTEM \"file:///etc/hostname\">]>"
                        + body.replace("</pwg:Version>", "&it;</pwg:Version>");
            case DEEP_XML -> body.replace("<pwg:Version>", "<a>".repeat(DEEP) + "</a>".repeat(DEEP) + "<pwg:Version>");
            case ENDLESS_XML -> body + "<!--" + "x".repeat(2 << 20) + "-->";
            case WEB_PAGE -> "<!DOCTYPE html><html><head><title>Login</title></head><body>Please log in</body></html>";
            case SILENCE, NO_JOB, TRUNCATED_JPEG, HUGE_JPEG, ENDLESS_JPEG, NO_JPEG, JOB_GONE -> document;
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
