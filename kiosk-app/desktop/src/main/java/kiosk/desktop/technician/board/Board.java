package kiosk.desktop.technician.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.PairGrid;
import kiosk.desktop.widget.Tile;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.diagnosis.Diagnosis;
import kiosk.upkeep.DeviceBook;
import kiosk.upkeep.TestRecord;

/** All devices at a glance, each by colour, word and icon; above them what is probably wrong, and what to do about it first. */
public final class Board {
    private static final int MOST_CAUSES = 3;
    private static final int MOST_LYING = 1;
    private static final double NARROWEST = 420;

    private final Desk desk;
    private final DeviceBook book;

    /** A board of what that book knows. */
    public Board(Desk desk, DeviceBook book) {
        this.desk = desk;
        this.book = book;
    }

    /** Draws it; the causes are empty while they are looked for, and {@code open} is told which device was touched. */
    public List<Node> draw(
            Map<DeviceKind, Health> healths, Optional<List<Diagnosis>> causes, Consumer<DeviceKind> open) {
        List<Node> parts = new ArrayList<>(causes.map(this::causes)
                .orElseGet(() -> List.of(new Notice(Notice.Kind.KNOWN, desk.say("board.looking")))));
        List<Node> tiles = new ArrayList<>();
        for (DeviceKind kind : DeviceKind.values()) {
            Health health = healths.get(kind);
            if (health != null) {
                tiles.add(tile(kind, health, () -> open.accept(kind)));
            }
        }
        parts.add(new PairGrid(NARROWEST, tiles));
        return parts;
    }

    private List<Node> causes(List<Diagnosis> causes) {
        if (causes.isEmpty()) {
            return List.of(new Notice(Notice.Kind.DONE, desk.say("board.nothing")));
        }
        List<Node> drawn = new ArrayList<>();
        int most = Math.min(desk.landscape() ? MOST_LYING : MOST_CAUSES, causes.size());
        for (Diagnosis cause : causes.subList(0, most)) {
            drawn.add(cause(cause, drawn.isEmpty() ? Notice.Kind.FAILED : Notice.Kind.KNOWN));
        }
        if (causes.size() > most) {
            drawn.add(Words.aside(desk.say("board.more", causes.size() - most)));
        }
        return drawn;
    }

    private Node cause(Diagnosis cause, Notice.Kind kind) {
        String where = cause.device()
                .map(it -> desk.texts().say(it))
                .or(() -> cause.department().map(it -> desk.texts().say(it)))
                .map(it -> desk.say("board.where", it))
                .orElse("");
        String word = cause.suspect().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Notice notice = new Notice(
                kind,
                desk.say("board.cause", where + desk.texts().say(cause.suspect()))
                        + "\n"
                        + desk.say("board.next", desk.say("suspect." + word + ".next")));
        notice.setId("cause-" + word);
        return notice;
    }

    private Node tile(DeviceKind kind, Health health, Runnable open) {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        VBox icon = new VBox(States.icon(health.state()));
        icon.setAlignment(javafx.geometry.Pos.CENTER);
        Tile tile = new Tile("device-" + word, icon, desk.texts().say(kind), open)
                .with(desk.texts().condition(health.state(), health.fault()));
        book.life(kind).lastTest().ifPresent(it -> tested(tile, it));
        return tile;
    }

    private void tested(Tile tile, TestRecord test) {
        String words =
                desk.say("board.tested", Days.of(test.time()), desk.texts().say(test.verdict()));
        if (test.verdict() == TestRecord.Verdict.PASSED) {
            tile.with(words);
        } else {
            tile.noting(words);
        }
    }
}
