package kiosk.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.diagnosis.HostFigures.Room;

/** What will be wrong soon; it comes last. */
final class WarningRules {
    static final List<Diagnosis.Rule> ALL =
            List.of(WarningRules::consumables, WarningRules::certificate, WarningRules::room, WarningRules::load);
    private static final Duration SOON = Duration.ofDays(14);
    private static final double LOW_SHARE = 0.05;
    private static final double TOO_MUCH = 4;

    private WarningRules() {}

    private static Stream<Diagnosis> consumables(Findings findings) {
        return findings.ailing()
                .filter(it -> it.health().state() != Health.State.OFFLINE)
                .flatMap(it -> suspect(it.fault().cause()).map(it::with));
    }

    private static Stream<Suspect> suspect(Cause cause) {
        return switch (cause) {
            case PAPER_LOW -> Stream.of(Suspect.PAPER_LOW);
            case TONER_LOW -> Stream.of(Suspect.TONER_LOW);
            case TRAY_FULL -> Stream.of(Suspect.TRAY_FULL);
            case NOT_CONFIGURED,
                    MISCONFIGURED,
                    NOT_CONNECTED,
                    SERVICE_MISSING,
                    NO_ANSWER,
                    GARBLED,
                    BUSY,
                    PAPER_OUT,
                    WRONG_PAPER,
                    PAPER_JAM,
                    COVER_OPEN,
                    CUTTER,
                    TONER_OUT,
                    TOO_HOT,
                    STOPPED,
                    NOT_AUTHORISED,
                    HARDWARE -> Stream.empty();
        };
    }

    private static Stream<Diagnosis> certificate(Findings findings) {
        HostFigures host = findings.survey().host();
        boolean soon = host.certificateEnd()
                .map(end -> Duration.between(host.taken(), end))
                .filter(left -> !left.isNegative() && left.compareTo(SOON) < 0)
                .isPresent();
        return HostRules.told(soon, Suspect.CERTIFICATE_ENDS_SOON);
    }

    private static Stream<Diagnosis> room(Findings findings) {
        HostFigures host = findings.survey().host();
        return Stream.concat(
                HostRules.told(low(host.disk()) && !HostRules.full(host.disk()), Suspect.DISK_LOW),
                HostRules.told(low(host.memory()), Suspect.MEMORY_LOW));
    }

    private static boolean low(Room room) {
        return room.known() && room.free() < room.total() * LOW_SHARE;
    }

    private static Stream<Diagnosis> load(Findings findings) {
        return HostRules.told(findings.survey().host().load() > TOO_MUCH, Suspect.OVERLOADED);
    }
}
