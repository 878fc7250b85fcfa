package kiosk.desktop.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.desktop.frame.Look.Contrast;
import kiosk.desktop.frame.Look.TextSize;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What opens over a screen at a touch in the header: how to see better, whom to ask. */
final class Panels extends StackPane {
    private final Place place;
    private final Texts texts;
    private final Look look;

    Panels(Place place, Texts texts, Look look) {
        this.place = place;
        this.texts = texts;
        this.look = look;
        setId("panel");
        getStyleClass().add("veil");
        close();
    }

    /** Shuts whatever is open. */
    void close() {
        setVisible(false);
        getChildren().clear();
    }

    void openLook() {
        VBox sizes = new VBox(
                size(TextSize.NORMAL, "size-normal"),
                size(TextSize.LARGE, "size-large"),
                size(TextSize.LARGEST, "size-largest"));
        sizes.getStyleClass().add("sizes");
        boolean high = look.contrast().get() == Contrast.HIGH;
        BigButton contrast = BigButton.plain(
                        "contrast", texts.say(high ? "look.contrast-usual" : "look.contrast-high"), this::turnContrast)
                .with(MaterialDesignC.CONTRAST_CIRCLE);
        contrast.setMaxWidth(Double.MAX_VALUE);
        open(MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "look.title", Words.body(texts.say("look.what")), sizes, contrast);
    }

    private BigButton size(TextSize which, String style) {
        BigButton button = BigButton.plain("text-" + style, texts.say("look." + style), () -> {
            look.show(which);
            openLook();
        });
        button.getStyleClass().add(style);
        if (look.size().get() == which) {
            button.getStyleClass().add("chosen");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void turnContrast() {
        look.show(look.contrast().get() == Contrast.HIGH ? Contrast.USUAL : Contrast.HIGH);
        openLook();
    }

    void openHelp() {
        open(
                MaterialDesignH.HELP_CIRCLE_OUTLINE,
                "help.title",
                Words.body(texts.say("help.how")),
                Words.body(texts.say("help.privacy")),
                Words.heading(texts.say(place.help())));
    }

    private void open(Ikon icon, String title, Node... content) {
        HBox head = new HBox(Icons.large(icon), Words.title(texts.say(title)));
        head.getStyleClass().add("panel-head");
        head.setAlignment(Pos.CENTER_LEFT);
        BigButton close = BigButton.main("close-panel", texts.say("panel.close"), this::close);
        close.setMaxWidth(Double.MAX_VALUE);
        VBox panel = new VBox(head);
        panel.getStyleClass().add("panel");
        panel.getChildren().addAll(content);
        panel.getChildren().add(close);
        panel.setMaxSize(920, USE_PREF_SIZE);
        getChildren().setAll(panel);
        setVisible(true);
    }
}
