package kiosk.desktop.widget;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Four marks of which one after the other is lit while something is waited for. */
public final class Waiting extends HBox {
    private static final int MARKS = 4;

    private final Timeline timeline = new Timeline(new KeyFrame(Duration.millis(400), turn -> light()));
    private int lit;

    /** Marks that turn while they are on the screen. */
    public Waiting(Motion motion) {
        getStyleClass().add("waiting");
        setAlignment(Pos.CENTER);
        for (int i = 0; i < MARKS; i++) {
            Region mark = new Region();
            mark.getStyleClass().add("waiting-mark");
            getChildren().add(mark);
        }
        light();
        timeline.setCycleCount(Animation.INDEFINITE);
        if (motion == Motion.CALM) {
            sceneProperty().addListener((scene, before, now) -> run(now != null));
        }
    }

    private void run(boolean visible) {
        if (visible) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }

    private void light() {
        getChildren().get(lit).getStyleClass().remove("lit");
        lit = (lit + 1) % MARKS;
        getChildren().get(lit).getStyleClass().add("lit");
    }
}
