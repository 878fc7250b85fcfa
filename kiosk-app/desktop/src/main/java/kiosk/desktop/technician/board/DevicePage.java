package kiosk.desktop.technician.board;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.Hour;
import kiosk.upkeep.Life;
import kiosk.upkeep.Tally;

/** One device: how it is and who can cure it, the last week drawn, what it says of itself, what it did, and its last events. */
public final class DevicePage {
    private final Desk desk;

    /** A page in that desk's words. */
    public DevicePage(Desk desk) {
        this.desk = desk;
    }

    /** Draws it from the top. */
    public List<Node> draw(Health health, Life life) {
        List<Node> parts = new ArrayList<>();
        parts.add(state(health));
        life.lastTest()
                .ifPresent(it -> parts.add(line(
                        States.icon(it.verdict()),
                        desk.say(
                                "device.tested",
                                Days.whole(it.time()),
                                desk.texts().say(it.verdict())))));
        parts.add(week(life.week()));
        parts.add(card("device.identity", identity(health.nameplate())));
        parts.add(card("device.counters", counters(health, life)));
        parts.add(card("device.events", events(life)));
        return parts;
    }

    private Node state(Health health) {
        String words = desk.texts().diagnosis(health.state(), health.fault());
        return health.fault()
                .<Node>map(it -> new Notice(
                        health.usable() ? Notice.Kind.MUST : Notice.Kind.FAILED,
                        words
                                + "\n"
                                + desk.texts().clerk(it.cause())
                                + "\n"
                                + desk.say(
                                        "device.who",
                                        desk.texts().say(it.cause().remedy()))))
                .orElseGet(() -> new Notice(Notice.Kind.DONE, words));
    }

    private List<Node> identity(Nameplate plate) {
        List<Node> lines = new ArrayList<>();
        lines.add(pair("device.maker", plate.manufacturer()));
        lines.add(pair("device.model", plate.model()));
        lines.add(pair("device.serial", plate.serialNumber()));
        lines.add(pair("device.firmware", plate.firmware()));
        if (!plate.securityModule().isEmpty()) {
            lines.add(pair("device.sam", plate.securityModule()));
        }
        return lines;
    }

    private List<Node> counters(Health health, Life life) {
        List<Node> lines = new ArrayList<>();
        for (Tally tally : Tally.values()) {
            if (life.tallies().containsKey(tally)) {
                lines.add(pair(desk.texts().say(tally), amount(tally, life.of(tally)), tally.name()));
            }
        }
        health.supplies()
                .forEach(it -> lines.add(pair(
                        desk.texts().say(it.kind()),
                        desk.texts().say(it.level())
                                + (it.percent().isPresent()
                                        ? "  " + it.percent().getAsInt() + "%"
                                        : ""),
                        it.kind().name())));
        life.printsLeft().ifPresent(it -> lines.add(Words.body(desk.say("device.prints-left", it))));
        if (lines.isEmpty()) {
            lines.add(Words.aside(desk.say("device.no-counters")));
        }
        return lines;
    }

    private String amount(Tally tally, long count) {
        return switch (tally) {
            case MINUTES_ONLINE -> desk.say("device.hours", count / 60);
            case MILLIMETRES_PRINTED -> desk.say("device.metres", count / 1000);
            default -> String.valueOf(count);
        };
    }

    private Node week(List<Hour> week) {
        if (week.isEmpty()) {
            return card("device.week", List.of(Words.aside(desk.say("device.week-nothing"))));
        }
        long slowest = week.stream().mapToLong(Hour::medianMillis).max().orElse(0);
        long failures = week.stream().mapToLong(Hour::failures).sum();
        long works = week.stream().mapToLong(Hour::works).sum();
        List<Node> drawn = new ArrayList<>();
        drawn.add(Words.aside(desk.say("device.week-latency", "%.1f".formatted(slowest / 1000.0))));
        drawn.add(new Plot(desk.clock().instant(), week, Hour::medianMillis));
        drawn.add(Words.aside(desk.say("device.week-failures", failures, works)));
        if (failures > 0) {
            drawn.add(new Plot(desk.clock().instant(), week, Hour::failures));
        }
        return card("device.week", drawn);
    }

    private List<Node> events(Life life) {
        List<Node> lines = new ArrayList<>();
        for (DeviceEvent event : life.events()) {
            lines.add(line(
                    States.icon(event.state()),
                    Days.of(event.time()) + "  " + desk.texts().diagnosis(event.state(), event.fault())));
        }
        if (lines.isEmpty()) {
            lines.add(Words.aside(desk.say("device.no-events")));
        }
        return lines;
    }

    private Node card(String title, List<Node> content) {
        VBox card = new VBox(Words.heading(desk.say(title)));
        card.getStyleClass().add("card");
        card.getChildren().addAll(content);
        card.setId(title.replace('.', '-'));
        return card;
    }

    private Node pair(String key, String value) {
        return pair(desk.say(key), value.isEmpty() ? desk.say("device.not-told") : value, key);
    }

    private static Node pair(String name, String value, String id) {
        var left = Words.words(name, "label-of-value");
        var right = Words.words(value, "value");
        left.setMinWidth(320);
        HBox line = new HBox(left, right);
        line.setId("pair-" + id.replace('.', '-'));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("row");
        HBox.setHgrow(right, Priority.ALWAYS);
        return line;
    }

    private static Node line(Node icon, String words) {
        HBox line = new HBox(icon, Words.body(words));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("row");
        return line;
    }
}
