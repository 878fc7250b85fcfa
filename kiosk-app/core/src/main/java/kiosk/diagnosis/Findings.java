package kiosk.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;

/**
 * All that a diagnosis is made from.
 *
 * @param trials what came of trying silent serial devices another way; a device that was not tried is not in it
 */
public record Findings(
        Map<DeviceKind, Health> healths,
        Map<DeviceKind, Attachment> attachments,
        Survey survey,
        Map<DeviceKind, Trial> trials) {
    /** Keeps the maps from changing. */
    public Findings {
        healths = Map.copyOf(healths);
        attachments = Map.copyOf(attachments);
        trials = Map.copyOf(trials);
    }

    /** Findings without any trial. */
    public Findings(Map<DeviceKind, Health> healths, Map<DeviceKind, Attachment> attachments, Survey survey) {
        this(healths, attachments, survey, Map.of());
    }

    /** The devices that have a fault, in the order of their kinds; a kind this terminal has not is none of them. */
    Stream<Ailing> ailing() {
        return Stream.of(DeviceKind.values()).flatMap(kind -> ailing(kind).stream());
    }

    private Optional<Ailing> ailing(DeviceKind kind) {
        return Optional.ofNullable(healths.get(kind))
                .flatMap(health -> health.fault()
                        .filter(fault -> fault.cause() != Fault.Cause.NOT_CONFIGURED)
                        .map(fault -> new Ailing(kind, health, fault, attachment(kind))));
    }

    /** How a device is attached. */
    Attachment attachment(DeviceKind kind) {
        return attachments.getOrDefault(kind, new Attachment.Untold());
    }

    /** A device with a fault. */
    record Ailing(DeviceKind kind, Health health, Fault fault, Attachment attachment) {
        boolean is(Fault.Cause cause) {
            return fault.cause() == cause;
        }

        /** Whether it answered since the program started: then its port and its speed are the right ones. */
        boolean answeredOnce() {
            return !health.nameplate().equals(Health.Nameplate.UNKNOWN);
        }

        boolean serial() {
            return attachment instanceof Attachment.Serial;
        }

        Diagnosis with(Suspect suspect) {
            return Diagnosis.of(suspect, kind);
        }
    }
}
