package kiosk.emulators.ipp;

import java.net.URI;

/** The attributes of the emulated printer that never change: what RFC 8011 section 5.4 requires, and its nameplate. */
final class PrinterDescription {
    private PrinterDescription() {}

    static IppAnswer of(URI address, IppAnswer answer) {
        protocol(address, answer);
        return answer.text("printer-make-and-model", "OneStop Emulated Laser 400")
                .text("printer-device-id", "MFG:OneStop;MDL:Emulated Laser 400;CMD:PDF;SN:EMU0001;")
                .text("printer-firmware-string-version", "1.4.2")
                .text("printer-info", "Emulated A4 printer")
                .text("printer-location", "")
                .uri("printer-more-info", "http://" + address.getAuthority() + "/")
                .flag("color-supported", false)
                .dotsPerInch("printer-resolution-default", 600)
                .dotsPerInch("printer-resolution-supported", 600)
                .keywords("media-supported", "iso_a4_210x297mm", "iso_a5_148x210mm")
                .keywords("media-default", "iso_a4_210x297mm")
                .keywords("sides-supported", "one-sided", "two-sided-long-edge")
                .keywords("sides-default", "one-sided")
                .integer("copies-default", 1);
    }

    private static void protocol(URI address, IppAnswer answer) {
        answer.uri("printer-uri-supported", address.toString())
                .keywords("uri-security-supported", "none")
                .keywords("uri-authentication-supported", "none")
                .name("printer-name", "emulated-laser")
                .keywords("ipp-versions-supported", "1.1", "2.0")
                .enums("operations-supported", 0x02, 0x04, 0x05, 0x06, 0x08, 0x09, 0x0A, 0x0B)
                .charset("charset-configured", "utf-8")
                .charset("charset-supported", "utf-8")
                .language("natural-language-configured", "en")
                .language("generated-natural-language-supported", "en")
                .mediaTypes("document-format-default", "application/pdf")
                .mediaTypes("document-format-supported", "application/pdf", "application/octet-stream")
                .keywords("pdl-override-supported", "attempted")
                .keywords("compression-supported", "none")
                .flag("multiple-document-jobs-supported", false);
    }
}
