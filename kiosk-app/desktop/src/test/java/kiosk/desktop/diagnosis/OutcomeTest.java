package kiosk.desktop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.catalogue.Language;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.diagnosis.HostFigures;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.diagnosis.HostFigures.Room;
import kiosk.diagnosis.Survey;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Instant NOW = Instant.parse("2026-05-11T01:30:00Z");
    private static final Duration TOOK = Duration.ofMillis(7);

    private static DeviceSettings serial(String port) {
        return new DeviceSettings("serial", Map.of("port", port));
    }

    private static Examination.Outcome examined(Map<DeviceKind, Health> healths, HostFigures host, HopResult... hops)
            throws InterruptedException {
        Map<DeviceKind, DeviceSettings> devices = Map.of(
                DeviceKind.ID_CARD_READER, serial("/dev/ttyUSB0"), DeviceKind.CODE_SCANNER, serial("/dev/ttyUSB1"));
        List<HopResult> told = new ArrayList<>();
        Survey survey = new Survey(List.of(hops), host);
        return new Examination(devices, () -> healths, meanwhile -> {
                    survey.hops().forEach(meanwhile);
                    return survey;
                })
                .whole(told::add);
    }

    private static Examination.Outcome ill() throws InterruptedException {
        HostFigures host = new HostFigures(
                NOW,
                Optional.of(Duration.ofSeconds(2)),
                new Room(10L << 20, 100L << 20),
                Room.UNKNOWN,
                Optional.of(NOW.plusSeconds(86_400)),
                Database.SOUND,
                0.5);
        Health gone = Health.offline(new Fault(Cause.NOT_CONNECTED, "no \"such\" port"), Nameplate.UNKNOWN);
        return examined(
                Map.of(DeviceKind.ID_CARD_READER, gone, DeviceKind.CODE_SCANNER, gone),
                host,
                HopResult.proven(Hop.NAME, "192.0.2.7", TOOK),
                HopResult.failed(Hop.PLATFORM, Trouble.SILENT, "", TOOK),
                HopResult.failed(Hop.DEPARTMENT, Trouble.OUT_OF_ORDER, "status", TOOK)
                        .of(Department.TAX));
    }

    @Test
    void aScriptIsToldEverythingInOneObject() throws InterruptedException {
        assertThat(OutcomeJson.of(ill())).isEqualTo("""
            {"exit": 12, "diagnoses": [\
            {"suspect": "disk-full", "device": null, "department": null, "remedy": "technician"}, \
            {"suspect": "platform-down", "device": null, "department": null, "remedy": "heals-itself"}, \
            {"suspect": "department-down", "device": null, "department": "tax", "remedy": "heals-itself"}, \
            {"suspect": "hub", "device": null, "department": null, "remedy": "host-clerk"}, \
            {"suspect": "certificate-ends-soon", "device": null, "department": null, "remedy": "vendor"}], \
            "devices": [\
            {"kind": "id-card-reader", "state": "offline", "cause": "not-connected", "code": "no \\"such\\" port"}, \
            {"kind": "code-scanner", "state": "offline", "cause": "not-connected", "code": "no \\"such\\" port"}], \
            "hops": [\
            {"hop": "name", "department": null, "outcome": "proven", "trouble": null, "code": "192.0.2.7", "millis": 7}, \
            {"hop": "platform", "department": null, "outcome": "failed", "trouble": "silent", "code": "", "millis": 7}, \
            {"hop": "department", "department": "tax", "outcome": "failed", "trouble": "out-of-order", "code": "status", \
            "millis": 7}], \
            "host": {"clockAheadSeconds": 2, "diskFree": 10485760, "diskTotal": 104857600, "memoryFree": 0, \
            "memoryTotal": 0, "certificateEnd": "2026-05-12T01:30:00Z", "database": "sound", "load": 0.50}}\
            """);
    }

    @Test
    void aPersonReadsFirstWhatIsWrongAndWhatToDo() throws InterruptedException {
        List<String> lines = new OutcomeText(Language.EN).lines(ill());
        assertThat(lines.get(0)).isEqualTo("1. The disk is full");
        assertThat(lines.get(1)).startsWith("   -> Clear files");
        assertThat(lines).contains("Platform: Failed: No answer in time  7 ms", "Disk: 10 of 100 MiB free");
        assertThat(lines)
                .anyMatch(it -> it.endsWith("This department's system does not answer")
                        || it.contains("The platform answers, this department's system does not"));
        assertThat(new OutcomeText(Language.ZH_CN).lines(ill()))
                .startsWith("1. 磁盘满了")
                .contains("省平台：不通：没有回应  7 毫秒", "身份证读卡器：不能用：没有连上（没有这个端口）");
    }

    @Test
    void whereNothingIsWrongThatIsSaidAndTheCodeIsZero() throws InterruptedException {
        Examination.Outcome well = examined(Map.of(), HostFigures.unknown(NOW));
        assertThat(new OutcomeText(Language.EN).lines(well))
                .containsExactly("Nothing is wrong", "Queue database: Not known");
        assertThat(OutcomeJson.of(well))
                .startsWith("{\"exit\": 0, \"diagnoses\": [], ")
                .contains("\"load\": null");
    }

    @Test
    void oneDeviceIsToldOfWhatIsAboutItOnly() throws InterruptedException {
        DiagnoseRequest reader = new DiagnoseRequest(true, Language.EN, Optional.of(DeviceKind.ID_CARD_READER), false);
        assertThat(reader.answer(ill()).exit()).isEqualTo(11);
        DiagnoseRequest printer = new DiagnoseRequest(true, Language.EN, Optional.of(DeviceKind.PAGE_PRINTER), false);
        assertThat(printer.answer(ill()).exit()).isZero();
    }

    @Test
    void aRequestIsUnderstoodAsItWasWritten() {
        DiagnoseRequest request =
                new DiagnoseRequest(true, Language.ZH_CN, Optional.of(DeviceKind.PAGE_PRINTER), false);
        assertThat(DiagnoseRequest.parse(request.line())).contains(request);
        DiagnoseRequest whole = new DiagnoseRequest(false, Language.EN, Optional.empty(), false);
        assertThat(DiagnoseRequest.parse(whole.line())).contains(whole);
        assertThat(DiagnoseRequest.parse("check")).isEmpty();
        assertThat(DiagnoseRequest.parse("diagnose json xx")).isEmpty();
        assertThat(DiagnoseRequest.parse("rm -rf everything now please")).isEmpty();
    }

    @Test
    void anAnswerComesBackAsItWasGiven() {
        DiagnoseRequest.Answer answer = new DiagnoseRequest.Answer(12, "one\ntwo\n");
        assertThat(DiagnoseRequest.Answer.parse(answer.line())).contains(answer);
        assertThat(DiagnoseRequest.Answer.parse("whole\nqueue: 0 waiting")).isEmpty();
        assertThat(DiagnoseRequest.Answer.parse("12")).isEmpty();
    }
}
