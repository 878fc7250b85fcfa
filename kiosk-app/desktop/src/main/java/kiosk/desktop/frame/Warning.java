package kiosk.desktop.frame;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** Asks whether the citizen is still there, with the seconds left in large figures. */
final class Warning extends StackPane {
    private final Texts texts;
    private final Label title = Words.title("");
    private final Label seconds = Words.words("", "countdown");
    private final Label what = Words.body("");
    private final BigButton more;
    private final BigButton leave;
    private String fate = "warning.what";

    Warning(Texts texts, Runnable stillHere, Runnable goes) {
        this.texts = texts;
        setId("warning");
        what.setId("warning-what");
        getStyleClass().add("veil");
        more = BigButton.main("more-time", "", stillHere).with(MaterialDesignH.HAND_BACK_LEFT);
        leave = BigButton.plain("leave-now", "", goes);
        more.setMaxWidth(Double.MAX_VALUE);
        leave.setMaxWidth(Double.MAX_VALUE);
        VBox panel = new VBox(title, seconds, what, more, leave);
        panel.getStyleClass().addAll("panel", "warning-panel");
        panel.setAlignment(Pos.CENTER);
        panel.setMaxSize(820, USE_PREF_SIZE);
        getChildren().add(panel);
        setVisible(false);
    }

    /** What becomes of what was filled in. */
    void saying(String key) {
        fate = key;
    }

    void show(long left) {
        title.setText(texts.say("warning.title"));
        seconds.setText(String.valueOf(left));
        what.setText(texts.say(fate));
        more.setText(texts.say("warning.more"));
        leave.setText(texts.say("warning.leave"));
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
