package kiosk.diagnosis;

import java.util.Objects;
import java.util.stream.Stream;
import kiosk.device.Fault.Cause;
import kiosk.diagnosis.Findings.Ailing;

/** What a device suffers from that is there and yet gives no sensible answer. */
final class SilentRules {
    private SilentRules() {}

    static Stream<Suspect> suspects(Ailing ailing, Findings findings) {
        return ailing.serial() ? onASerialLine(ailing, findings) : elsewhere(ailing);
    }

    private static Stream<Suspect> onASerialLine(Ailing ailing, Findings findings) {
        Trial trial = findings.trials().get(ailing.kind());
        if (trial instanceof Trial.AnswersAt) {
            return Stream.of(Suspect.WRONG_SPEED);
        } else if (trial instanceof Trial.AnswersOn || sharesItsPort(ailing, findings)) {
            return Stream.of(Suspect.WRONG_PORT);
        } else if (trial instanceof Trial.AnswersNowhere || ailing.answeredOnce()) {
            return Stream.of(Suspect.CABLE_OR_DEVICE);
        }
        return neverAnswered(ailing);
    }

    /** A device at another speed is heard as noise; where nothing at all is heard, somebody else listens at that port, or nobody. */
    private static Stream<Suspect> neverAnswered(Ailing ailing) {
        return ailing.is(Cause.GARBLED)
                ? Stream.of(Suspect.WRONG_SPEED, Suspect.WRONG_PORT, Suspect.CABLE_OR_DEVICE)
                : Stream.of(Suspect.WRONG_PORT, Suspect.WRONG_SPEED, Suspect.CABLE_OR_DEVICE);
    }

    static boolean sharesItsPort(Ailing ailing, Findings findings) {
        return ailing.attachment() instanceof Attachment.Serial mine
                && findings.attachments().entrySet().stream()
                        .filter(it -> it.getKey() != ailing.kind())
                        .map(it -> it.getValue() instanceof Attachment.Serial other ? other.path() : "")
                        .anyMatch(it -> Objects.equals(it, mine.path()));
    }

    /** Reached over the network or a service, and no state comes: what speaks to it is not what it understands. */
    private static Stream<Suspect> elsewhere(Ailing ailing) {
        boolean printer = ailing.attachment() instanceof Attachment.Tcp;
        return printer ? Stream.of(Suspect.DRIVER) : Stream.of(Suspect.CABLE_OR_DEVICE, Suspect.DRIVER);
    }
}
