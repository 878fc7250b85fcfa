package kiosk.desktop.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.device.Health;
import kiosk.diagnosis.Attachment;
import kiosk.diagnosis.Diagnosis;
import kiosk.diagnosis.Findings;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.SiteSurvey;
import kiosk.diagnosis.Survey;
import kiosk.diagnosis.Suspect;
import kiosk.diagnosis.Trial;

/** Looks at devices, line and host of this terminal, and names what is probably wrong. */
public final class Examination {
    private final Map<DeviceKind, Attachment> attachments = new EnumMap<>(DeviceKind.class);
    private final Supplier<Map<DeviceKind, Health>> healths;
    private final SiteSurvey survey;

    /**
     * An examination of the devices that the settings name.
     *
     * @param healths how they are now, or when last looked at
     */
    public Examination(
            Map<DeviceKind, DeviceSettings> devices, Supplier<Map<DeviceKind, Health>> healths, SiteSurvey survey) {
        devices.forEach((kind, settings) -> attachments.put(kind, Attachment.of(settings)));
        this.healths = healths;
        this.survey = survey;
    }

    /** Everything; takes as long as {@link SiteSurvey#look}. */
    public Outcome whole(Consumer<HopResult> meanwhile) throws InterruptedException {
        return whole(Map.of(), meanwhile);
    }

    /** Everything, with what came of trying silent devices another way. */
    public Outcome whole(Map<DeviceKind, Trial> trials, Consumer<HopResult> meanwhile) throws InterruptedException {
        Survey seen = survey.look(meanwhile);
        Findings findings = new Findings(healths.get(), attachments, seen, trials);
        return new Outcome(findings, Diagnosis.of(findings));
    }

    /** What was found and what it probably means. */
    public record Outcome(Findings findings, List<Diagnosis> diagnoses) {
        /** Keeps the list from changing. */
        public Outcome {
            diagnoses = List.copyOf(diagnoses);
        }

        /** What of it is about one device; the line and the host stay as they are seen, and are not judged. */
        public Outcome about(DeviceKind kind) {
            return new Outcome(
                    findings,
                    diagnoses.stream()
                            .filter(it -> it.device().equals(Optional.of(kind)) || sharedBy(kind, it))
                            .toList());
        }

        /** A hub that is gone takes this device with it, too. */
        private boolean sharedBy(DeviceKind kind, Diagnosis each) {
            boolean gone = Optional.ofNullable(findings.healths().get(kind))
                    .filter(it -> !it.usable())
                    .isPresent();
            return gone
                    && each.suspect() == Suspect.HUB
                    && findings.attachments().get(kind) instanceof Attachment.Serial;
        }
    }
}
