package kiosk.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiosk.device.DeviceKind;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.diagnosis.Findings.Ailing;

/** What is wrong with the devices: first what several share, then each by itself. */
final class DeviceRules {
    static final List<Diagnosis.Rule> ALL = List.of(DeviceRules::hubs, DeviceRules::unusable);
    private static final int SEVERAL = 2;

    private DeviceRules() {}

    private static Stream<Diagnosis> hubs(Findings findings) {
        return HostRules.told(!onDeadHubs(findings).isEmpty(), Suspect.HUB);
    }

    /** The devices on a hub all of whose devices, two at least, are gone. */
    private static Set<DeviceKind> onDeadHubs(Findings findings) {
        return findings.attachments().entrySet().stream()
                .filter(it -> it.getValue() instanceof Attachment.Serial)
                .collect(Collectors.groupingBy(
                        it -> ((Attachment.Serial) it.getValue()).hub(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
                .values()
                .stream()
                .filter(kinds -> kinds.size() >= SEVERAL && kinds.stream().allMatch(it -> gone(findings, it)))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static boolean gone(Findings findings, DeviceKind kind) {
        return findings.ailing().anyMatch(it -> it.kind() == kind && it.is(Cause.NOT_CONNECTED));
    }

    private static Stream<Diagnosis> unusable(Findings findings) {
        Set<DeviceKind> explained = onDeadHubs(findings);
        return findings.ailing()
                .filter(it -> it.health().state() == Health.State.OFFLINE && !explained.contains(it.kind()))
                .flatMap(it -> suspects(it, findings).map(it::with));
    }

    private static Stream<Suspect> suspects(Ailing ailing, Findings findings) {
        return switch (ailing.fault().cause()) {
            case NOT_CONFIGURED, PAPER_LOW, TONER_LOW -> Stream.empty();
            case NOT_CONNECTED -> notConnected(ailing, findings);
            case SERVICE_MISSING -> Stream.of(service(ailing));
            case NO_ANSWER, GARBLED -> SilentRules.suspects(ailing, findings);
            case BUSY -> busy(ailing, findings);
            case MISCONFIGURED -> Stream.of(Suspect.SETTINGS);
            case PAPER_OUT -> Stream.of(Suspect.PAPER_OUT);
            case WRONG_PAPER -> Stream.of(Suspect.WRONG_PAPER);
            case PAPER_JAM -> Stream.of(Suspect.PAPER_JAM);
            case COVER_OPEN -> Stream.of(Suspect.COVER_OPEN);
            case CUTTER -> Stream.of(Suspect.CUTTER);
            case TONER_OUT -> Stream.of(Suspect.TONER_OUT);
            case TRAY_FULL -> Stream.of(Suspect.TRAY_FULL);
            case TOO_HOT -> Stream.of(Suspect.TOO_HOT);
            case STOPPED -> Stream.of(Suspect.STOPPED);
            case NOT_AUTHORISED -> Stream.of(Suspect.NOT_AUTHORISED);
            case HARDWARE -> Stream.of(Suspect.HARDWARE);
        };
    }

    private static Stream<Suspect> notConnected(Ailing ailing, Findings findings) {
        if (ailing.attachment() instanceof Attachment.Tcp tcp) {
            boolean queue = tcp.here() && ailing.kind() == DeviceKind.PAGE_PRINTER;
            return Stream.of(queue ? Suspect.PRINT_SERVICE : Suspect.DEVICE_OFF_THE_NET);
        }
        boolean elsewhere = findings.trials().get(ailing.kind()) instanceof Trial.AnswersOn;
        return elsewhere ? Stream.of(Suspect.WRONG_PORT) : Stream.of(Suspect.CABLE_OR_DEVICE);
    }

    private static Suspect service(Ailing ailing) {
        if (ailing.attachment() instanceof Attachment.Tcp tcp && !tcp.here()) {
            return Suspect.DEVICE_OFF_THE_NET;
        }
        return switch (ailing.kind()) {
            case DOCUMENT_SCANNER -> Suspect.SCAN_SERVICE;
            case RECEIPT_PRINTER, PAGE_PRINTER -> Suspect.PRINT_SERVICE;
            case ID_CARD_READER, SOCIAL_CARD_READER, CODE_SCANNER -> Suspect.CARD_SERVICE;
        };
    }

    private static Stream<Suspect> busy(Ailing ailing, Findings findings) {
        return Stream.of(SilentRules.sharesItsPort(ailing, findings) ? Suspect.WRONG_PORT : Suspect.HELD_BY_ANOTHER);
    }
}
