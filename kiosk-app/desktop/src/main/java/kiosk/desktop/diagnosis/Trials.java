package kiosk.desktop.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kiosk.device.Device;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.diagnosis.Attachment;
import kiosk.diagnosis.Trial;

/**
 * Tries serial devices that do not answer at other ports and other speeds. The devices must be closed meanwhile, for a port serves one
 * program alone. A code scanner is not tried, because it answers nobody.
 */
public final class Trials {
    private static final List<String> SPEEDS = List.of("115200", "9600", "38400", "19200", "57600");
    private static final Set<Cause> NOT_HEARD =
            Set.of(Cause.NO_ANSWER, Cause.GARBLED, Cause.NOT_CONNECTED, Cause.BUSY, Cause.MISCONFIGURED);
    private static final int MOST_PORTS = 8;
    private static final Duration FOR_A_DEVICE = Duration.ofSeconds(15);

    private final Function<DeviceSettings, Device> opening;
    private final Path serialPorts;

    /**
     * Trials with devices that are opened so.
     *
     * @param serialPorts the folder in which the system names its serial ports, {@code /dev/serial/by-path}
     */
    public Trials(Function<DeviceSettings, Device> opening, Path serialPorts) {
        this.opening = opening;
        this.serialPorts = serialPorts;
    }

    /** What came of it, for each device that was tried. */
    public Map<DeviceKind, Trial> of(Map<DeviceKind, DeviceSettings> settings, Map<DeviceKind, Health> healths) {
        Map<DeviceKind, Trial> trials = new EnumMap<>(DeviceKind.class);
        settings.forEach((kind, how) -> {
            if (worthTrying(kind, how, Optional.ofNullable(healths.get(kind)))) {
                trials.put(kind, tried(how, portsBeside(how, settings)));
            }
        });
        return trials;
    }

    private static boolean worthTrying(DeviceKind kind, DeviceSettings how, Optional<Health> health) {
        Optional<Cause> cause = health.flatMap(Health::fault).map(Fault::cause);
        return kind != DeviceKind.CODE_SCANNER
                && Attachment.of(how) instanceof Attachment.Serial
                && cause.filter(it -> it == Cause.NO_ANSWER || it == Cause.GARBLED || it == Cause.NOT_CONNECTED)
                        .isPresent();
    }

    private List<String> portsBeside(DeviceSettings mine, Map<DeviceKind, DeviceSettings> settings) {
        List<String> ports = new ArrayList<>();
        settings.values().stream()
                .filter(it -> Attachment.of(it) instanceof Attachment.Serial)
                .map(it -> it.required("port"))
                .forEach(ports::add);
        ports.addAll(listed());
        ports.remove(mine.required("port"));
        return ports.stream().distinct().limit(MOST_PORTS).toList();
    }

    private List<String> listed() {
        try (Stream<Path> ports = Files.list(serialPorts)) {
            return ports.map(Path::toString).sorted().limit(MOST_PORTS).toList();
        } catch (IOException noneListed) {
            return List.of();
        }
    }

    private Trial tried(DeviceSettings mine, List<String> ports) {
        long end = System.nanoTime() + FOR_A_DEVICE.toNanos();
        for (String port : ports) {
            if (System.nanoTime() < end && answers(with(mine, "port", port))) {
                return new Trial.AnswersOn(port);
            }
        }
        for (String speed : SPEEDS) {
            boolean another = !speed.equals(mine.optional("baud", ""));
            if (another && System.nanoTime() < end && answers(with(mine, "baud", speed))) {
                return new Trial.AnswersAt(Integer.parseInt(speed));
            }
        }
        return new Trial.AnswersNowhere();
    }

    private static DeviceSettings with(DeviceSettings mine, String option, String value) {
        Map<String, String> options = new HashMap<>(mine.options());
        options.put(option, value);
        return new DeviceSettings(mine.driver(), options);
    }

    /** A device that says it has no paper has answered; one whose driver does not know the speed has not. */
    private boolean answers(DeviceSettings other) {
        try (Device device = opening.apply(other)) {
            return device.health()
                    .fault()
                    .map(it -> !NOT_HEARD.contains(it.cause()))
                    .orElse(true);
        } catch (IllegalArgumentException notKnownToTheDriver) {
            return false;
        }
    }
}
