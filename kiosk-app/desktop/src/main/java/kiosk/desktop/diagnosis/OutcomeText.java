package kiosk.desktop.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kiosk.catalogue.Language;
import kiosk.desktop.widget.Texts;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.diagnosis.Diagnosis;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HostFigures;

/** An examination in lines a person reads over ssh: first what is probably wrong and what to do, then what was seen. */
public final class OutcomeText {
    private static final long MIB = 1 << 20;

    private final Texts texts = new Texts();

    /** Text in that language. */
    public OutcomeText(Language language) {
        texts.speak(language);
    }

    /** The lines. */
    public List<String> lines(Examination.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (Diagnosis each : outcome.diagnoses()) {
            lines.add(number + ". " + about(each) + texts.say(each.suspect()));
            lines.add("   -> " + texts.sayNext(each.suspect()));
            number++;
        }
        if (outcome.diagnoses().isEmpty()) {
            lines.add(texts.say("diagnosis.well"));
        }
        new TreeMap<>(outcome.findings().healths()).forEach((kind, health) -> lines.add(device(kind, health)));
        outcome.findings().survey().hops().forEach(it -> lines.add(hop(it)));
        host(outcome.findings().survey().host(), lines);
        return List.copyOf(lines);
    }

    private String about(Diagnosis each) {
        String device = each.device().map(this::named).orElse("");
        return device + each.department().map(this::named).orElse("");
    }

    private String device(DeviceKind kind, Health health) {
        return named(kind) + texts.diagnosis(health.state(), health.fault());
    }

    private String named(Enum<?> what) {
        return texts.say(what) + texts.say("technician.mark");
    }

    private String hop(HopResult hop) {
        return named(hop.department().<Enum<?>>map(it -> it).orElse(hop.hop())) + hop(texts, hop);
    }

    /** What came of a hop: how far it went, what was in the way, what it said itself, and how long it took. */
    public static String hop(Texts texts, HopResult hop) {
        String trouble = hop.trouble()
                .map(it -> texts.say("technician.mark") + texts.say(it))
                .orElse("");
        return texts.quoting(texts.say(hop.outcome()) + trouble, texts.phrase(hop.code())) + "  "
                + texts.say("hop.took", hop.took().toMillis());
    }

    private void host(HostFigures host, List<String> lines) {
        host.clockAhead().ifPresent(it -> lines.add(texts.say("diagnosis.clock", it.toSeconds())));
        room("diagnosis.disk", host.disk(), lines);
        room("diagnosis.memory", host.memory(), lines);
        host.certificateEnd().ifPresent(it -> lines.add(texts.say("diagnosis.certificate", it)));
        lines.add(texts.say("diagnosis.database", texts.say(host.database())));
    }

    private void room(String key, HostFigures.Room room, List<String> lines) {
        if (room.known()) {
            lines.add(texts.say(key, room.free() / MIB, room.total() / MIB));
        }
    }
}
