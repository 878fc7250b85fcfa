package kiosk.desktop.technician.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.technician.board.Days;
import kiosk.desktop.technician.board.States;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Words;
import kiosk.upkeep.DeviceBook;
import kiosk.upkeep.Subject;
import kiosk.upkeep.TestRecord;

/** All that can be tested, a row each: when it was tested last, by whom and how it ended, and a button to test it. */
public final class TestRows {
    private final Desk desk;
    private final DeviceBook book;

    /** Rows of what that book recorded. */
    public TestRows(Desk desk, DeviceBook book) {
        this.desk = desk;
        this.book = book;
    }

    /** Draws them; {@code begin} is told what is to be tested. */
    public List<Node> draw(Consumer<Subject> begin) {
        List<TestRecord> tests = book.tests();
        List<Node> rows = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            Optional<TestRecord> last =
                    tests.stream().filter(it -> it.subject() == subject).findFirst();
            rows.add(row(subject, last, () -> begin.accept(subject)));
        }
        return rows;
    }

    private Node row(Subject subject, Optional<TestRecord> last, Runnable begin) {
        String word = subject.name().toLowerCase(Locale.ROOT).replace('_', '-');
        VBox said = new VBox(
                Words.heading(desk.texts().say(subject)),
                Words.aside(last.map(it -> desk.say(
                                "test.last", Days.whole(it.time()), desk.texts().say(it.verdict()), it.technician()))
                        .orElseGet(() -> desk.say("test.never"))));
        HBox.setHgrow(said, Priority.ALWAYS);
        BigButton button = BigButton.plain("test-" + word, desk.say("technician.test"), begin);
        button.setMinWidth(HBox.USE_PREF_SIZE);
        HBox row = new HBox(said, button);
        last.ifPresent(it -> row.getChildren().add(0, States.icon(it.verdict())));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }
}
