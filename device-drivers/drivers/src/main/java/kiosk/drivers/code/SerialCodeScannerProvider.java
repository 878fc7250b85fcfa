package kiosk.drivers.code;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.drivers.serial.SerialLine;
import kiosk.drivers.serial.SerialPlaces;

/**
 * The driver {@code serial-code}: a code scanner on a serial line.
 *
 * <p>Options: {@code port}, the path of the serial port; {@code baud}, 9600 where it is not set; {@code encoding}, {@code utf-8}
 * (where it is not set; what is no UTF-8 is taken for GB 18030) or {@code gb18030} (nothing else).
 */
public final class SerialCodeScannerProvider implements DeviceProvider {
    private static final Set<String> SPEEDS = Set.of("9600", "19200", "38400", "57600", "115200");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Override
    public String driver() {
        return "serial-code";
    }

    @Override
    public Optional<String> placeOption() {
        return Optional.of("port");
    }

    @Override
    public Set<String> places(DeviceSettings settings) {
        return SerialPlaces.now();
    }

    @Override
    public Device open(DeviceSettings settings) {
        settings.allow(Set.of("port", "baud", "encoding"));
        String baud = settings.optional("baud", "9600");
        if (!SPEEDS.contains(baud)) {
            throw new IllegalArgumentException("option baud knows 9600, 19200, 38400, 57600, 115200");
        }
        SerialLine line = new SerialLine(settings.required("port"), Integer.parseInt(baud));
        return new SerialCodeScanner(line, new CodeText(charsets(settings.optional("encoding", "utf-8"))));
    }

    private static List<Charset> charsets(String encoding) {
        return switch (encoding) {
            case "utf-8" -> List.of(StandardCharsets.UTF_8, GB18030);
            case "gb18030" -> List.of(GB18030);
            default -> throw new IllegalArgumentException("option encoding knows utf-8, gb18030");
        };
    }
}
