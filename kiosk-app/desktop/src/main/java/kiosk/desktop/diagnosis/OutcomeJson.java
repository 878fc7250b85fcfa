package kiosk.desktop.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.diagnosis.Diagnosis;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HostFigures;

/**
 * An examination for a script, as one JSON object (RFC 8259):
 *
 * <pre>
 * {"exit": 12,
 *  "diagnoses": [{"suspect": "name-server", "device": null, "department": null, "remedy": "technician"}, …],
 *  "devices":   [{"kind": "id-card-reader", "state": "offline", "cause": "no-answer", "code": "…"}, …],
 *  "hops":      [{"hop": "name", "department": null, "outcome": "failed", "trouble": "silent", "code": "…", "millis": 3000}, …],
 *  "host":      {"clockAheadSeconds": 1, "diskFree": 1, "diskTotal": 1, "memoryFree": 1, "memoryTotal": 1,
 *                "certificateEnd": "2027-01-01T00:00:00Z", "database": "sound", "load": 0.4}}
 * </pre>
 *
 * What is not known is {@code null}.
 */
public final class OutcomeJson {
    private OutcomeJson() {}

    /** The object. */
    public static String of(Examination.Outcome outcome) {
        JsonText json = new JsonText().object();
        json.key("exit").number(Verdict.of(outcome.diagnoses()));
        json.key("diagnoses").array();
        outcome.diagnoses().forEach(it -> diagnosis(it, json));
        json.end().key("devices").array();
        new TreeMap<>(outcome.findings().healths()).forEach((kind, health) -> device(kind, health, json));
        json.end().key("hops").array();
        outcome.findings().survey().hops().forEach(it -> hop(it, json));
        json.end().key("host");
        host(outcome.findings().survey().host(), json);
        return json.end().text();
    }

    private static void diagnosis(Diagnosis each, JsonText json) {
        json.object().key("suspect").word(Optional.of(each.suspect()));
        json.key("device").word(each.device());
        json.key("department").word(each.department());
        json.key("remedy").word(Optional.of(each.remedy())).end();
    }

    private static void device(DeviceKind kind, Health health, JsonText json) {
        json.object().key("kind").word(Optional.of(kind));
        json.key("state").word(Optional.of(health.state()));
        json.key("cause").word(health.fault().map(Fault::cause));
        json.key("code").string(health.fault().map(Fault::code)).end();
    }

    private static void hop(HopResult hop, JsonText json) {
        json.object().key("hop").word(Optional.of(hop.hop()));
        json.key("department").word(hop.department());
        json.key("outcome").word(Optional.of(hop.outcome()));
        json.key("trouble").word(hop.trouble());
        json.key("code").string(Optional.of(hop.code()));
        json.key("millis").number(hop.took().toMillis()).end();
    }

    private static void host(HostFigures host, JsonText json) {
        json.object().key("clockAheadSeconds");
        host.clockAhead().ifPresentOrElse(it -> json.number(it.toSeconds()), json::nothing);
        room("disk", host.disk(), json);
        room("memory", host.memory(), json);
        json.key("certificateEnd").string(host.certificateEnd().map(Object::toString));
        json.key("database").word(Optional.of(host.database()));
        json.key("load");
        if (host.load() < 0) {
            json.nothing();
        } else {
            json.literal(String.format(Locale.ROOT, "%.2f", host.load()));
        }
        json.end();
    }

    private static void room(String name, HostFigures.Room room, JsonText json) {
        json.key(name + "Free");
        json.number(room.free()).key(name + "Total").number(room.total());
    }
}
