package kiosk.drivers.escl;

import java.nio.charset.StandardCharsets;

/** What a scan is to be like, as the scanner is told ({@code ScanSettings}, Mopria eSCL Technical Specification 2.97, 8.3). */
final class EsclSettings {
    /** A4 in 1/300 inch. */
    private static final int WIDTH = 2480;

    private static final int HEIGHT = 3508;

    private EsclSettings() {}

    static byte[] of(String version, boolean fromFeeder, int dotsPerInch) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
                xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
                <pwg:Version>%s</pwg:Version><scan:Intent>Document</scan:Intent>
                <pwg:ScanRegions><pwg:ScanRegion><pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
                <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
                <pwg:Width>%d</pwg:Width><pwg:Height>%d</pwg:Height></pwg:ScanRegion></pwg:ScanRegions>
                <pwg:InputSource>%s</pwg:InputSource><scan:ColorMode>RGB24</scan:ColorMode>
                <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
                <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
                <scan:XResolution>%d</scan:XResolution><scan:YResolution>%d</scan:YResolution>
                </scan:ScanSettings>
                """.formatted(version, WIDTH, HEIGHT, fromFeeder ? "Feeder" : "Platen", dotsPerInch, dotsPerInch)
                .getBytes(StandardCharsets.UTF_8);
    }
}
