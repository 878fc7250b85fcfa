package kiosk.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kiosk.catalogue.Department;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.diagnosis.HostFigures.Room;

/** A terminal on which all is well, and the ways in which it is not. */
final class Terminals {
    static final Instant NOW = Instant.parse("2026-05-11T01:30:00Z");
    static final Nameplate NAMED = new Nameplate("", "", "05.01-20230415", "");
    private static final Duration TOOK = Duration.ofMillis(3);

    private final Map<DeviceKind, Health> healths = new EnumMap<>(DeviceKind.class);
    private final Map<DeviceKind, Attachment> attachments = new EnumMap<>(DeviceKind.class);
    private final Map<DeviceKind, Trial> trials = new EnumMap<>(DeviceKind.class);
    private List<HopResult> hops = new ArrayList<>();
    private HostFigures host = new HostFigures(
            NOW,
            Optional.of(Duration.ofSeconds(1)),
            new Room(40L << 30, 60L << 30),
            new Room(3L << 30, 8L << 30),
            Optional.of(NOW.plus(Duration.ofDays(90))),
            Database.SOUND,
            0.4);

    private Terminals() {
        for (DeviceKind kind : DeviceKind.values()) {
            healths.put(kind, Health.online(NAMED));
        }
        attachments.put(DeviceKind.ID_CARD_READER, serial("/dev/ttyUSB0"));
        attachments.put(DeviceKind.CODE_SCANNER, serial("/dev/ttyUSB1"));
        attachments.put(DeviceKind.RECEIPT_PRINTER, serial("/dev/ttyUSB2"));
        attachments.put(DeviceKind.SOCIAL_CARD_READER, new Attachment.Pcsc(""));
        attachments.put(DeviceKind.DOCUMENT_SCANNER, new Attachment.Saned("localhost", 6566));
        attachments.put(DeviceKind.PAGE_PRINTER, new Attachment.Tcp("10.0.0.7", 631));
        for (Hop hop : Hop.values()) {
            if (hop != Hop.DEPARTMENT) {
                hops.add(HopResult.proven(hop, "", TOOK));
            }
        }
        for (Department department : Department.values()) {
            hops.add(HopResult.proven(Hop.DEPARTMENT, "", TOOK).of(department));
        }
    }

    static Attachment serial(String path) {
        return new Attachment.Serial(path, Optional.empty());
    }

    static Terminals well() {
        return new Terminals();
    }

    Terminals with(DeviceKind kind, Cause cause) {
        return with(kind, Health.offline(new Fault(cause, ""), Nameplate.UNKNOWN));
    }

    Terminals with(DeviceKind kind, Health health) {
        healths.put(kind, health);
        return this;
    }

    Terminals with(DeviceKind kind, Attachment attachment) {
        attachments.put(kind, attachment);
        return this;
    }

    Terminals with(DeviceKind kind, Trial trial) {
        trials.put(kind, trial);
        return this;
    }

    Terminals with(UnaryOperator<HostFigures> change) {
        host = change.apply(host);
        return this;
    }

    Terminals clockAhead(Optional<Duration> ahead) {
        return with(it -> new HostFigures(
                it.taken(), ahead, it.disk(), it.memory(), it.certificateEnd(), it.database(), it.load()));
    }

    Terminals disk(Room disk) {
        return with(it -> new HostFigures(
                it.taken(), it.clockAhead(), disk, it.memory(), it.certificateEnd(), it.database(), it.load()));
    }

    /** The line breaks there; what comes after it is not looked at. */
    Terminals broken(Hop hop, Trouble trouble) {
        List<HopResult> changed = new ArrayList<>();
        for (HopResult each : hops) {
            changed.add(
                    each.hop().compareTo(hop) > 0 ? skipped(each) : each.hop() == hop ? failed(each, trouble) : each);
        }
        hops = changed;
        return this;
    }

    private static HopResult skipped(HopResult each) {
        HopResult skipped = HopResult.skipped(each.hop(), "");
        return each.department().map(skipped::of).orElse(skipped);
    }

    private static HopResult failed(HopResult each, Trouble trouble) {
        return HopResult.failed(each.hop(), trouble, "", TOOK);
    }

    Terminals without(Department department) {
        hops = hops.stream()
                .map(it -> it.department().equals(Optional.of(department))
                        ? failed(it, Trouble.OUT_OF_ORDER).of(department)
                        : it)
                .toList();
        return this;
    }

    Terminals at(HopResult other) {
        hops = hops.stream().map(it -> it.hop() == other.hop() ? other : it).toList();
        return this;
    }

    Survey survey() {
        return new Survey(hops, host);
    }

    List<Diagnosis> diagnosed() {
        return Diagnosis.of(new Findings(healths, attachments, survey(), trials));
    }

    List<Suspect> suspects() {
        return diagnosed().stream().map(Diagnosis::suspect).toList();
    }
}
