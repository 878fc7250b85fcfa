package kiosk.desktop.widget;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Content that may be taller than its room: it is turned by two large buttons, which are there only when needed; a finger may also
 * drag it. Ids {@code roll-up} and {@code roll-down}.
 */
public final class Roll extends VBox {
    private static final double LEAST = 330;

    private final ScrollPane window = new ScrollPane();
    private final Button up;
    private final Button down;
    private final HBox turning;

    /** A roll of that content. */
    public Roll(Node content, Texts texts) {
        getStyleClass().add("roll");
        window.setContent(content);
        window.setFitToWidth(true);
        window.setPannable(true);
        window.setFocusTraversable(false);
        window.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        window.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        window.setMinHeight(0);
        setMinHeight(LEAST);
        VBox.setVgrow(window, Priority.ALWAYS);
        up = BigButton.plain("roll-up", texts.say("roll.up"), () -> turn(-1)).with(MaterialDesignC.CHEVRON_UP);
        down = BigButton.plain("roll-down", texts.say("roll.down"), () -> turn(1))
                .with(MaterialDesignC.CHEVRON_DOWN);
        turning = new HBox(up, down);
        turning.getStyleClass().add("roll-turning");
        turning.getChildren().forEach(it -> HBox.setHgrow(it, Priority.ALWAYS));
        up.setMaxWidth(Double.MAX_VALUE);
        down.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(window, turning);
        window.vvalueProperty().addListener((at, before, now) -> draw());
        window.viewportBoundsProperty().addListener((at, before, now) -> Platform.runLater(this::draw));
        content.layoutBoundsProperty().addListener((at, before, now) -> Platform.runLater(this::draw));
        draw();
    }

    /** This roll, whose content is at least as high as its room. */
    public Roll filling() {
        window.setFitToHeight(true);
        window.getStyleClass().add("filling");
        return this;
    }

    private void draw() {
        double hidden = hidden();
        turning.setVisible(hidden > 1);
        turning.setManaged(hidden > 1);
        up.setDisable(window.getVvalue() <= 0.001);
        down.setDisable(window.getVvalue() >= 0.999);
    }

    private double hidden() {
        double room =
                turning.isManaged() ? getHeight() : window.getViewportBounds().getHeight();
        return room <= 0 ? 0 : window.getContent().getLayoutBounds().getHeight() - room;
    }

    private void turn(int direction) {
        double shown = window.getViewportBounds().getHeight();
        double hidden = window.getContent().getLayoutBounds().getHeight() - shown;
        if (hidden > 0) {
            double step = direction * 0.85 * shown / hidden;
            window.setVvalue(Math.min(1, Math.max(0, window.getVvalue() + step)));
        }
    }
}
