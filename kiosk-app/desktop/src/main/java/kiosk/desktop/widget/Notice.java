package kiosk.desktop.widget;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A sentence that must be seen, by its kind with an icon and a colour. */
public final class Notice extends HBox {
    /** What a notice is. */
    public enum Kind {
        /** You must do something. */
        MUST,
        /** This did not work. */
        FAILED,
        /** Done. */
        DONE,
        /** Good to know. */
        KNOWN;

        private Ikon icon() {
            return switch (this) {
                case MUST -> MaterialDesignA.ALERT;
                case FAILED -> MaterialDesignA.ALERT_OCTAGON;
                case DONE -> MaterialDesignC.CHECK_CIRCLE;
                case KNOWN -> MaterialDesignI.INFORMATION;
            };
        }
    }

    /** A notice. */
    public Notice(Kind kind, String sentence) {
        Label words = Words.body(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("notice", "notice-" + kind.name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.CENTER_LEFT);
        setId("notice-" + kind.name().toLowerCase(Locale.ROOT));
        getChildren().addAll(Icons.small(kind.icon()), words);
        setMinHeight(USE_PREF_SIZE);
    }
}
