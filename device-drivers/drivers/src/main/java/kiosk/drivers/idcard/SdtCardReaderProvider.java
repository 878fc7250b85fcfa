package kiosk.drivers.idcard;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.drivers.serial.SerialLine;
import kiosk.drivers.serial.SerialPlaces;

/**
 * The driver {@code sdt-serial}: a resident identity-card reader on a serial line.
 *
 * <p>Options: {@code port}, the path of the serial port; {@code baud}, one of the five speeds of the protocol or {@code auto} to
 * try them, 115200 where it is not set; {@code presence}, {@code probe} (where it is not set), {@code find} or {@code unknown}.
 */
public final class SdtCardReaderProvider implements DeviceProvider {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<Integer> SPEEDS = List.of(115200, 57600, 38400, 19200, 9600);

    @Override
    public String driver() {
        return "sdt-serial";
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
        settings.allow(Set.of("port", "baud", "presence"));
        List<Integer> speeds = speeds(settings.optional("baud", "115200"));
        PresenceBy presenceBy = PresenceBy.of(settings.optional("presence", "probe"));
        SerialLine line = new SerialLine(settings.required("port"), speeds.get(0));
        return new SdtCardReader(new SdtLink(line, speeds), presenceBy, Clock.system(CHINA));
    }

    private static List<Integer> speeds(String baud) {
        List<Integer> speeds = SPEEDS.stream()
                .filter(speed -> baud.equals("auto") || baud.equals(String.valueOf(speed)))
                .toList();
        if (speeds.isEmpty()) {
            throw new IllegalArgumentException("option baud knows auto, "
                    + SPEEDS.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return speeds;
    }
}
