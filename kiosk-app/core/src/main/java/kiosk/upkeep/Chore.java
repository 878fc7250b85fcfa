package kiosk.upkeep;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;

/**
 * Something the host's clerk is to see to: paper, a cover, a cable.
 *
 * @param printsLeft about how many more prints there are, where the paper is low and that can be said
 */
public record Chore(DeviceKind device, Cause cause, OptionalInt printsLeft) {
    /** What there is to do now, in the order of the devices. */
    public static List<Chore> in(Map<DeviceKind, Health> healths, Function<DeviceKind, OptionalInt> printsLeft) {
        return new TreeMap<>(healths)
                .entrySet().stream()
                        .flatMap(it -> it.getValue().fault().stream()
                                .map(Fault::cause)
                                .filter(cause -> cause.remedy() == Fault.Remedy.HOST_CLERK)
                                .map(cause -> new Chore(it.getKey(), cause, left(it.getKey(), cause, printsLeft))))
                        .toList();
    }

    private static OptionalInt left(DeviceKind device, Cause cause, Function<DeviceKind, OptionalInt> printsLeft) {
        return cause == Cause.PAPER_LOW ? printsLeft.apply(device) : OptionalInt.empty();
    }
}
