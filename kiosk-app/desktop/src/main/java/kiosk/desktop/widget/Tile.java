package kiosk.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A tile to touch: an icon, a title, a line beneath, and where it cannot be touched the reason. */
public final class Tile extends WideButton {
    private final VBox words;

    /** A tile with a title. */
    public Tile(String id, Node icon, String title, Runnable action) {
        this(id, icon, new VBox(Words.heading(title)));
        setOnAction(touched -> action.run());
    }

    private Tile(String id, Node icon, VBox words) {
        super(id, "tile", icon, words);
        this.words = words;
        words.getStyleClass().add("tile-words");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
    }

    /** This tile with a line beneath its title. */
    public Tile with(String line) {
        words.getChildren().add(Words.aside(line));
        return this;
    }

    /** This tile with a line that must be noticed. */
    public Tile noting(String line) {
        words.getChildren().add(Words.words(line, "note"));
        return this;
    }

    /** This tile, not to be touched, with the reason. */
    public Tile without(String reason) {
        setDisable(true);
        words.getChildren().add(Words.words(reason, "reason"));
        return this;
    }
}
