package kiosk.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Health.Supply;

/** Writes into the book how devices are whenever somebody looks: what changed, how long they were usable, how much paper there is. */
public final class Attendance {
    /** Whoever looked this long ago was not looking all the time. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private static final Set<Fault.Cause> UNREACHED =
            Set.of(Fault.Cause.NOT_CONNECTED, Fault.Cause.SERVICE_MISSING, Fault.Cause.NO_ANSWER, Fault.Cause.GARBLED);

    private final DeviceBook book;
    private final Clock clock;
    private final Map<DeviceKind, Seen> seen = new EnumMap<>(DeviceKind.class);
    private final Map<DeviceKind, Duration> online = new EnumMap<>(DeviceKind.class);

    private record Seen(Instant time, Health health) {}

    /** Writes into that book. */
    public Attendance(DeviceBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Somebody looked at the device. */
    public synchronized void seen(DeviceKind device, Health health) {
        Instant now = clock.instant();
        Optional<Seen> before = Optional.ofNullable(seen.put(device, new Seen(now, health)));
        before.filter(it -> it.health().usable() && health.usable()).ifPresent(it -> passed(device, it.time(), now));
        if (health.usable() && before.filter(it -> unreached(it.health())).isPresent()) {
            book.count(device, Tally.RECONNECTS, 1);
        }
        if (changed(device, before, health)) {
            book.note(new DeviceEvent(now, device, health.state(), health.fault()));
            countJam(device, health);
        }
        paper(health)
                .filter(it -> !before.flatMap(last -> paper(last.health())).equals(Optional.of(it)))
                .ifPresent(it -> book.stocked(device, it));
    }

    /** At the first look the book says how it was before the restart. */
    private boolean changed(DeviceKind device, Optional<Seen> before, Health now) {
        if (before.isPresent()) {
            Health last = before.get().health();
            return last.state() != now.state() || !cause(last.fault()).equals(cause(now.fault()));
        }
        return book.life(device).events().stream()
                .findFirst()
                .filter(it -> it.state() == now.state() && cause(it.fault()).equals(cause(now.fault())))
                .isEmpty();
    }

    private void countJam(DeviceKind device, Health health) {
        if (cause(health.fault()).equals(Optional.of(Fault.Cause.PAPER_JAM))) {
            book.count(device, Tally.JAMS, 1);
        }
    }

    /** Whether it was the way to the device that failed, and not its paper or its cover. */
    private static boolean unreached(Health health) {
        return !health.usable()
                && cause(health.fault()).filter(UNREACHED::contains).isPresent();
    }

    private static Optional<Fault.Cause> cause(Optional<Fault> fault) {
        return fault.map(Fault::cause);
    }

    private void passed(DeviceKind device, Instant from, Instant to) {
        Duration gap = Duration.between(from, to);
        if (gap.isNegative() || gap.compareTo(LONGEST_GAP) > 0) {
            return;
        }
        Duration sum = online.getOrDefault(device, Duration.ZERO).plus(gap);
        if (sum.toMinutes() > 0) {
            book.count(device, Tally.MINUTES_ONLINE, sum.toMinutes());
        }
        online.put(device, sum.minusMinutes(sum.toMinutes()));
    }

    private static Optional<Supply> paper(Health health) {
        return health.supplies().stream()
                .filter(it -> it.kind() == Supply.Kind.RECEIPT_ROLL || it.kind() == Supply.Kind.PAPER)
                .findFirst();
    }
}
