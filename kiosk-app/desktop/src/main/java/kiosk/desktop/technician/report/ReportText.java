package kiosk.desktop.technician.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiosk.desktop.technician.board.Days;
import kiosk.desktop.technician.test.Figures;
import kiosk.desktop.widget.Texts;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.submission.Outbox;
import kiosk.upkeep.DeviceBook;
import kiosk.upkeep.HandOver.Mark;
import kiosk.upkeep.HandOver.Row;
import kiosk.upkeep.HandOver.Section;
import kiosk.upkeep.Life;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;

/** Words a hand-over report from what is known of the terminal. */
final class ReportText {
    private final Texts texts;
    private final DeviceBook book;

    ReportText(Texts texts, DeviceBook book) {
        this.texts = texts;
        this.book = book;
    }

    /** The parts of a report, from what was found and what is now. */
    List<Section> sections(Found found, Map<DeviceKind, Health> now, Optional<Outbox.Summary> queue) {
        return List.of(
                new Section(texts.say("report.found"), states(found.healths())),
                new Section(texts.say("report.left"), states(now)),
                new Section(texts.say("report.tests"), tests(found.begun())),
                new Section(texts.say("report.counters"), counters()),
                new Section(texts.say("report.identity"), identities(now)),
                new Section(
                        texts.say("report.queue"),
                        List.of(queue.map(this::queue).orElseGet(this::unknownQueue))));
    }

    private List<Row> states(Map<DeviceKind, Health> healths) {
        return known(healths).map(it -> state(it.getKey(), it.getValue())).toList();
    }

    private static Stream<Map.Entry<DeviceKind, Health>> known(Map<DeviceKind, Health> healths) {
        return healths.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private Row state(DeviceKind kind, Health health) {
        Mark mark = switch (health.state()) {
            case ONLINE -> Mark.GOOD;
            case DEGRADED -> Mark.ATTENTION;
            case OFFLINE -> Mark.BAD;
        };
        return new Row(mark, texts.say(kind), texts.diagnosis(health.state(), health.fault()));
    }

    private List<Row> tests(Instant since) {
        List<Row> rows = book.tests().stream()
                .filter(it -> !it.time().isBefore(since))
                .map(this::test)
                .toList();
        return rows.isEmpty() ? List.of(new Row(Mark.NONE, texts.say("report.no-tests"), "")) : rows;
    }

    private Row test(TestRecord test) {
        Mark mark = switch (test.verdict()) {
            case PASSED -> Mark.GOOD;
            case FAILED -> Mark.BAD;
            case NOT_FINISHED -> Mark.ATTENTION;
        };
        List<String> words = new ArrayList<>(List.of(Days.of(test.time()), texts.say(test.verdict())));
        words.addAll(Figures.of(test.figures(), texts));
        return new Row(mark, texts.say(test.subject()), String.join(texts.say("report.separator"), words));
    }

    private List<Row> counters() {
        return Stream.of(DeviceKind.values())
                .flatMap(it -> counted(it, book.life(it)).stream())
                .toList();
    }

    private Optional<Row> counted(DeviceKind kind, Life life) {
        String words = Stream.of(Tally.values())
                .filter(life.tallies()::containsKey)
                .map(it -> texts.say(it) + " " + life.of(it))
                .collect(Collectors.joining(texts.say("report.separator")));
        return words.isEmpty() ? Optional.empty() : Optional.of(new Row(Mark.NONE, texts.say(kind), words));
    }

    private List<Row> identities(Map<DeviceKind, Health> healths) {
        return known(healths)
                .flatMap(it -> identity(it.getKey(), it.getValue().nameplate()).stream())
                .toList();
    }

    private Optional<Row> identity(DeviceKind kind, Nameplate plate) {
        String words = Stream.of(
                        plate.manufacturer(),
                        plate.model(),
                        plate.serialNumber(),
                        plate.firmware(),
                        plate.securityModule())
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining("  "));
        return words.isEmpty() ? Optional.empty() : Optional.of(new Row(Mark.NONE, texts.say(kind), words));
    }

    private Row queue(Outbox.Summary queue) {
        return new Row(
                queue.open() ? Mark.GOOD : Mark.BAD,
                texts.say("technician.queue"),
                texts.say("technician.summary", queue.waiting(), queue.stuck(), queue.delivered()));
    }

    private Row unknownQueue() {
        return new Row(Mark.ATTENTION, texts.say("technician.queue"), texts.say("report.queue-unknown"));
    }
}
