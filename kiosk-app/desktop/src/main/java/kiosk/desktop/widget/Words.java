package kiosk.desktop.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words on a screen, each kind with its place in the one scale of sizes; they wrap and are never cut, and no character is a box. */
public final class Words {
    private Words() {}

    /** What the screen is about. */
    public static Label title(String text) {
        return words(text, "title");
    }

    /** A heading within a screen. */
    public static Label heading(String text) {
        return words(text, "heading");
    }

    /** What one reads. */
    public static Label body(String text) {
        return words(text, "body");
    }

    /** What helps, smaller. */
    public static Label aside(String text) {
        return words(text, "aside");
    }

    /** A number to remember. */
    public static Label number(String text) {
        return words(text, "number");
    }

    /** Words of another kind, by its style class. */
    public static Label words(String text, String kind) {
        Label label = new Label(Fonts.drawable(text));
        label.getStyleClass().add(kind);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
