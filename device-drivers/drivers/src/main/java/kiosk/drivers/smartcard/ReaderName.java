package kiosk.drivers.smartcard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiosk.device.Health.Nameplate;

/**
 * The name that pcscd gives a reader: maker and product, then the interface in brackets and the serial number in parentheses where the
 * reader has them, then two hexadecimal numbers that count readers and slots. The settings name a reader by how this begins, so it
 * stays whole.
 */
final class ReaderName {
    private static final Pattern SERIAL = Pattern.compile("\\(([0-9A-Za-z]{4,32})\\) [0-9A-F]{2} [0-9A-F]{2}$");

    private ReaderName() {}

    static Nameplate nameplate(String name) {
        Matcher serial = SERIAL.matcher(name);
        return new Nameplate("", name, serial.find() ? serial.group(1) : "", "");
    }
}
