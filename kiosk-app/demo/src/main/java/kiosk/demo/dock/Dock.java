package kiosk.demo.dock;

import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kiosk.demo.world.Cast;
import kiosk.demo.world.WorldClient;

/** Buttons that turn the world: cards, paper, cable, line and payment. What came of the last one stands below. */
public final class Dock extends ScrollPane {
    private static final List<String> CARD_VERBS =
            List.of("take-id-card", "take-social-card", "id-card-cable-out", "id-card-cable-in");
    private static final List<String> PAPER_VERBS = List.of(
            "take-sheets",
            "empty-receipts",
            "refill-receipts",
            "empty-pages",
            "refill-pages",
            "jam-pages",
            "clear-pages");

    private final ResourceBundle texts = ResourceBundle.getBundle("kiosk.demo.dock.dock");
    private final ExecutorService hand = Executors.newSingleThreadExecutor(Dock::daemon);
    private final WorldClient world;
    private final Supplier<Optional<String>> order;
    private final Label outcome = new Label();

    /**
     * A dock for these people.
     *
     * @param order the id of the order that is open on the screen
     */
    public Dock(WorldClient world, List<Cast.Member> people, Supplier<Optional<String>> order) {
        this.world = world;
        this.order = order;
        outcome.setId("outcome");
        outcome.setWrapText(true);
        VBox column = new VBox(10, heading("cards"));
        people.forEach(member -> column.getChildren().add(purse(member)));
        column.getChildren().addAll(verbs(CARD_VERBS), heading("papers"), papers(), heading("line"), line(), outcome);
        column.setStyle("-fx-padding: 14; -fx-font-family: 'Noto Sans SC'; -fx-font-size: 14px;");
        setContent(column);
        setFitToWidth(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dock");
        thread.setDaemon(true);
        return thread;
    }

    /** The window's title. */
    public String title() {
        return texts.getString("title");
    }

    private Node heading(String key) {
        Label label = new Label(texts.getString(key));
        label.setStyle("-fx-font-weight: bold; -fx-font-size: 16px;");
        return label;
    }

    private Node purse(Cast.Member member) {
        Label name = new Label(member.name());
        name.setMinWidth(90);
        FlowPane row = row(name);
        for (String verb : List.of("lay-id-card", "insert-social-card", "show-login-code")) {
            row.getChildren()
                    .add(button(verb, verb + "-" + member.number(), () -> turn(verb, "number", member.number())));
        }
        return row;
    }

    private FlowPane papers() {
        FlowPane row = verbs(PAPER_VERBS);
        row.getChildren()
                .add(0, button("lay-sheet", "lay-sheet", () -> turn("lay-sheet", "title", texts.getString("sheet"))));
        return row;
    }

    private FlowPane line() {
        FlowPane row = verbs(List.of("cut-line", "mend-line"));
        row.getChildren().add(button("pay", "pay", this::pay));
        return row;
    }

    private FlowPane verbs(List<String> verbs) {
        FlowPane row = row();
        verbs.forEach(verb -> row.getChildren().add(button(verb, verb, () -> turn(verb))));
        return row;
    }

    private static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(6, 6, nodes);
        row.setPrefWrapLength(320);
        return row;
    }

    private Button button(String key, String id, Runnable work) {
        Button button = new Button(texts.getString(key));
        button.setId(id);
        button.setOnAction(touch -> hand.execute(work));
        return button;
    }

    private void pay() {
        order.get().ifPresentOrElse(id -> turn("pay", "id", id), () -> say("failed", texts.getString("no-order")));
    }

    private void turn(String verb, String... namesAndValues) {
        try {
            world.turn(verb, namesAndValues);
            say("done", texts.getString(verb));
        } catch (IllegalStateException | UncheckedIOException notDone) {
            say("failed", String.valueOf(notDone.getMessage()));
        }
    }

    private void say(String key, String what) {
        String words = MessageFormat.format(texts.getString(key), what);
        Platform.runLater(() -> outcome.setText(words));
    }
}
