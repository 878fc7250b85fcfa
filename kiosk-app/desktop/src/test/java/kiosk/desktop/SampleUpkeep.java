package kiosk.desktop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.catalogue.Department;
import kiosk.desktop.technician.Versions;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.device.Health.Supply;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HostFigures;
import kiosk.diagnosis.HostFigures.Room;
import kiosk.diagnosis.Survey;
import kiosk.upkeep.DeviceBook;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.Hour;
import kiosk.upkeep.Life;
import kiosk.upkeep.Subject;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;

/** Devices with a past, and a line that breaks at the name server. */
final class SampleUpkeep implements DeviceBook {
    private final List<TestRecord> tests = new ArrayList<>();

    SampleUpkeep() {
        record(new TestRecord(
                now().minus(Duration.ofDays(40)),
                Subject.ID_CARD_READER,
                TestRecord.Verdict.PASSED,
                "1007",
                Map.of("rounds", 10L, "read", 10L)));
        record(new TestRecord(
                now().minus(Duration.ofMinutes(20)),
                Subject.RECEIPT_PRINTER,
                TestRecord.Verdict.FAILED,
                "1042",
                Map.of("print-ms", 2100L)));
    }

    private static Instant now() {
        return Samples.CLOCK.instant();
    }

    static Map<DeviceKind, Health> healths() {
        return Map.of(
                DeviceKind.ID_CARD_READER,
                Health.online(new Nameplate("Example", "SDT-1", "0512-20260101-1", "2.1", "05.03-20120712-0001234567")),
                DeviceKind.SOCIAL_CARD_READER,
                Health.online(new Nameplate("Example", "Contact 00 00", "", "")),
                DeviceKind.CODE_SCANNER,
                Health.offline(new Fault(Fault.Cause.NOT_CONNECTED, "/dev/ttyUSB1"), Nameplate.UNKNOWN),
                DeviceKind.DOCUMENT_SCANNER,
                Health.online(new Nameplate("Noname", "frontend-tester", "", "")),
                DeviceKind.RECEIPT_PRINTER,
                Health.degraded(
                                new Fault(Fault.Cause.PAPER_LOW, "DLE EOT 4: 0x1E"),
                                new Nameplate("Example", "TM-T80", "X3KF000123", "1.04"))
                        .with(List.of(Supply.of(Supply.Kind.RECEIPT_ROLL, Supply.Level.LOW))),
                DeviceKind.PAGE_PRINTER,
                Health.online(new Nameplate("Example", "Laser 40", "CNB0012345", "20260101")));
    }

    static Versions versions() {
        return new Versions("0.1.0", Optional.of("K001"));
    }

    static Survey survey() {
        List<HopResult> hops = List.of(
                HopResult.proven(Hop.LINK, "eth0 1000 Mb/s", Duration.ofMillis(1)),
                HopResult.proven(Hop.ADDRESS, "192.0.2.17", Duration.ofMillis(1)),
                HopResult.contacted(Hop.GATEWAY, "192.0.2.1", Duration.ofMillis(3)),
                HopResult.failed(Hop.NAME, HopResult.Trouble.UNKNOWN_NAME, "platform.example", Duration.ofMillis(2010)),
                HopResult.skipped(Hop.TLS, ""),
                HopResult.skipped(Hop.PLATFORM, ""),
                HopResult.skipped(Hop.DEPARTMENT, "").of(Department.TAX));
        return new Survey(
                hops,
                new HostFigures(
                        now(),
                        Optional.of(Duration.ofSeconds(1)),
                        new Room(40L << 30, 64L << 30),
                        new Room(2L << 30, 4L << 30),
                        Optional.empty(),
                        HostFigures.Database.SOUND,
                        0.4));
    }

    @Override
    public void count(DeviceKind device, Tally what, long more) {
        // the past is what it is
    }

    @Override
    public void worked(DeviceKind device, Duration took, Result result) {
        // the past is what it is
    }

    @Override
    public void note(DeviceEvent event) {
        // the past is what it is
    }

    @Override
    public void stocked(DeviceKind device, Supply paper) {
        // the past is what it is
    }

    @Override
    public synchronized void record(TestRecord test) {
        tests.add(0, test);
    }

    @Override
    public synchronized List<TestRecord> tests() {
        return List.copyOf(tests);
    }

    @Override
    public Life life(DeviceKind device) {
        Optional<TestRecord> last = tests().stream()
                .filter(it -> it.subject().device().equals(Optional.of(device)))
                .findFirst();
        if (device != DeviceKind.RECEIPT_PRINTER && device != DeviceKind.ID_CARD_READER) {
            return new Life(Map.of(), List.of(), List.of(), last, OptionalInt.empty());
        }
        boolean printer = device == DeviceKind.RECEIPT_PRINTER;
        Map<Tally, Long> tallies = printer
                ? Map.of(
                        Tally.RECEIPTS_PRINTED, 18_204L,
                        Tally.MILLIMETRES_PRINTED, 3_204_000L,
                        Tally.CUTS, 18_211L,
                        Tally.JAMS, 3L,
                        Tally.RECONNECTS, 12L,
                        Tally.MINUTES_ONLINE, 412_000L)
                : Map.of(Tally.CARDS_READ, 20_117L, Tally.CARDS_FAILED, 412L, Tally.RECONNECTS, 5L);
        return new Life(tallies, events(device), week(), last, printer ? OptionalInt.of(140) : OptionalInt.empty());
    }

    private static List<DeviceEvent> events(DeviceKind device) {
        List<DeviceEvent> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean well = i % 2 == 1;
            events.add(new DeviceEvent(
                    now().minus(Duration.ofHours(3L + 7L * i)),
                    device,
                    well ? Health.State.ONLINE : Health.State.DEGRADED,
                    well ? Optional.empty() : Optional.of(new Fault(Fault.Cause.PAPER_LOW, "0x1E"))));
        }
        return events;
    }

    private static List<Hour> week() {
        List<Hour> week = new ArrayList<>();
        for (int i = 167; i >= 0; i--) {
            int hour = (167 - i) % 24;
            if (hour >= 8 && hour <= 18) {
                week.add(new Hour(
                        now().minus(Duration.ofHours(i)), 20 + hour, i % 9 == 0 ? 2 : 0, 1400 + 130L * (i % 7), 4200));
            }
        }
        return week;
    }
}
