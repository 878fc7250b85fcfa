package kiosk.desktop.screen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Waiting;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.Ikon;

/** How a wait looks: what is waited for, and how long it usually takes. */
final class WaitingScreen {
    private WaitingScreen() {}

    static Picture of(Ikon icon, String title, String what, Waiting turning) {
        Node explanation = Parts.explanation(title, Words.body(what));
        VBox work = new VBox(Parts.emblem(Icons.huge(icon), "icon-blue"), turning);
        work.getStyleClass().add("work");
        work.setAlignment(Pos.CENTER);
        return Picture.of(title.isEmpty() ? "waiting" : "waiting-" + icon.getDescription(), explanation, work);
    }
}
