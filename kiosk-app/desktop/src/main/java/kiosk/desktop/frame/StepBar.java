package kiosk.desktop.frame;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;

/** Where the citizen is, of how many steps, and what comes next. */
final class StepBar extends VBox {
    private final Texts texts;
    private final Label here = Words.words("", "step-here");
    private final Label next = Words.words("", "step-next");
    private final HBox marks = new HBox();

    StepBar(Texts texts) {
        this.texts = texts;
        setId("steps");
        getStyleClass().add("step-bar");
        setAlignment(Pos.CENTER);
        marks.getStyleClass().add("step-marks");
        here.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(here, Priority.ALWAYS);
        here.setMinWidth(Region.USE_PREF_SIZE);
        HBox words = new HBox(here, next);
        words.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(words, marks);
    }

    void show(Steps steps) {
        setVisible(!steps.names().isEmpty());
        setManaged(!steps.names().isEmpty());
        marks.getChildren().clear();
        for (int i = 0; i < steps.names().size(); i++) {
            Region mark = new Region();
            mark.getStyleClass().addAll("step-mark", i < steps.at() ? "past" : i == steps.at() ? "present" : "future");
            HBox.setHgrow(mark, Priority.ALWAYS);
            marks.getChildren().add(mark);
        }
        if (!steps.names().isEmpty()) {
            String name = texts.say("step." + steps.names().get(steps.at()));
            here.setText(texts.say("step.here", steps.at() + 1, steps.names().size(), name));
            boolean last = steps.at() + 1 >= steps.names().size();
            next.setText(
                    last
                            ? ""
                            : texts.say(
                                    "step.next",
                                    texts.say("step." + steps.names().get(steps.at() + 1))));
        }
    }
}
