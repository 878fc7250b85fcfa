package kiosk.desktop.entry;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line of text that our keyboard types into; what it holds is whole characters, rare ones included. */
public final class InputLine extends HBox implements Typed {
    private final Label shown = new Label();
    private final Region caret = new Region();
    private final int longest;
    private final Consumer<String> changed;
    private String text = "";
    private String prompt = "";
    private Veil veil = Veil.OPEN;

    /** Whether what is typed can be read. */
    public enum Veil {
        /** It can. */
        OPEN,
        /** Only how much was typed can be seen. */
        HIDDEN
    }

    /**
     * A line for so many characters.
     *
     * @param changed told the whole text after each change by the citizen
     */
    public InputLine(String id, int longest, Consumer<String> changed) {
        this.longest = longest;
        this.changed = changed;
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("input-line");
        caret.getStyleClass().add("caret");
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(shown, caret);
        draw();
    }

    /** This line with words that stand in it while it is empty. */
    public InputLine prompting(String words) {
        prompt = words;
        draw();
        return this;
    }

    /** This line with what is typed hidden or not. */
    public InputLine veiled(Veil how) {
        veil = how;
        draw();
        return this;
    }

    /** What is in the line. */
    public String text() {
        return text;
    }

    /** Puts a text into the line without telling of a change. */
    public void hold(String value) {
        text = value;
        draw();
    }

    /** Adds what was typed; what would make the line too long is dropped. */
    @Override
    public void type(String more) {
        if (text.codePointCount(0, text.length()) + more.codePointCount(0, more.length()) <= longest) {
            change(text + more);
        }
    }

    /** Takes the last character away. */
    @Override
    public void erase() {
        if (!text.isEmpty()) {
            change(text.substring(0, text.offsetByCodePoints(text.length(), -1)));
        }
    }

    /** Takes everything away. */
    @Override
    public void clear() {
        change("");
    }

    private void change(String value) {
        text = value;
        draw();
        changed.accept(value);
    }

    private void draw() {
        boolean empty = text.isEmpty();
        shown.setText(empty ? prompt : veil == Veil.HIDDEN ? "●".repeat(text.length()) : text);
        shown.getStyleClass().setAll("label", empty ? "prompt" : "typed");
    }
}
