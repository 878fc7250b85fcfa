package kiosk.desktop.screen;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.DeviceDrawing;
import kiosk.desktop.widget.Motion;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.PairGrid;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/** How screens are put together: explanation, work, rows, drawings. */
public final class Parts {
    private Parts() {}

    /** What explains a step: its title and what follows. */
    public static VBox explanation(String title, Node... more) {
        Label head = Words.title(title);
        head.setId("title");
        VBox box = new VBox(head);
        box.getChildren().addAll(more);
        box.getStyleClass().add("explanation");
        return box;
    }

    /** What one works on, from the top. */
    public static VBox work(Node... parts) {
        VBox box = new VBox(parts);
        box.getStyleClass().add("work");
        box.setFillWidth(true);
        return box;
    }

    /** That nothing can be handed in here now, why, and what can be done all the same. */
    static Notice shut(Desk desk, Surroundings surroundings) {
        boolean full = surroundings.queue() != Surroundings.Queue.CLOSED;
        Notice notice = new Notice(Notice.Kind.MUST, desk.say(full ? "attract.full" : "attract.closed"));
        notice.setId("shut");
        return notice;
    }

    /** A small heading with what belongs to it, on a surface of their own. */
    public static VBox card(String heading, String text) {
        VBox card = work(Words.words(heading, "label-of-value"), Words.body(text));
        card.getStyleClass().setAll("card");
        return card;
    }

    /** Nodes one beneath the other, close together. */
    public static VBox rows(List<? extends Node> nodes) {
        VBox rows = new VBox();
        rows.getChildren().addAll(nodes);
        rows.getStyleClass().add("rows");
        return rows;
    }

    /** A row whose parts share the width. */
    public static HBox row(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("row");
        Arrays.stream(parts).forEach(it -> HBox.setHgrow(it, Priority.ALWAYS));
        return row;
    }

    /** Two buttons of a few words beside each other, or one beneath the other where their words are too large for that. */
    public static PairGrid pair(Node one, Node other) {
        return new PairGrid(300, List.of(one, other));
    }

    /** A drawing on its own surface. */
    public static StackPane drawing(DeviceDrawing.What what, Motion motion) {
        return drawing(what, motion, 1.25);
    }

    /** A drawing on its own surface, larger or smaller. */
    public static StackPane drawing(DeviceDrawing.What what, Motion motion, double factor) {
        StackPane box = new StackPane(new DeviceDrawing(what, motion).scaled(factor));
        box.getStyleClass().add("drawing-box");
        return box;
    }

    /** An icon in the middle that a whole screen is about. */
    public static StackPane emblem(FontIcon icon, String colour) {
        icon.getStyleClass().add(colour);
        StackPane box = new StackPane(icon);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** How much of something is done, 0 to 1. */
    public static Region progress(double part) {
        Region track = new Region();
        track.getStyleClass().add("progress-track");
        Region done = new Region();
        done.getStyleClass().add("progress-done");
        StackPane bar = new StackPane(track, done);
        bar.setId("progress");
        bar.setAlignment(Pos.CENTER_LEFT);
        done.maxWidthProperty().bind(bar.widthProperty().multiply(Math.max(0.04, Math.min(1, part))));
        return bar;
    }

    /** A money amount as one reads it. */
    public static String money(long fen, Texts texts) {
        return texts.say("money", "%d.%02d".formatted(fen / 100, fen % 100));
    }

    /** A catalogue code as an id: dots would read as style classes. */
    public static String idOf(String code) {
        return code.replace('.', '-');
    }
}
