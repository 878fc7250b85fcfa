package kiosk.desktop.entry;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** A keyboard on the screen that types into one line; the ids of its keys are {@code key-} and what they type. */
public final class Keyboard extends VBox {
    private final Typed line;
    private final Texts texts;

    private Keyboard(Typed line, Texts texts) {
        this.line = line;
        this.texts = texts;
        getStyleClass().add("keyboard");
        setId("keyboard");
    }

    /** Digits alone. */
    public static Keyboard digits(Typed line, Texts texts) {
        return new Keyboard(line, texts).pad("clear");
    }

    /** Digits and the X at the end of an identity number. */
    public static Keyboard identityNumber(InputLine line, Texts texts) {
        return new Keyboard(line, texts).pad("X");
    }

    /** Letters, digits and Chinese by pinyin. */
    public static Keyboard text(InputLine line, Texts texts) {
        Keyboard keyboard = new Keyboard(line, texts);
        keyboard.getStyleClass().add("letters");
        keyboard.getChildren().add(new TextKeys(line, texts, keyboard));
        return keyboard;
    }

    private Keyboard pad(String besidesZero) {
        getStyleClass().add("pad");
        for (List<String> row : List.of(List.of("1", "2", "3"), List.of("4", "5", "6"), List.of("7", "8", "9"))) {
            getChildren().add(row(row.stream().map(it -> (Node) typing(it)).toList()));
        }
        Node left = besidesZero.equals("clear") ? clearing() : typing(besidesZero);
        getChildren().add(row(List.of(left, typing("0"), erasing(line::erase))));
        return this;
    }

    /** A row of keys of equal width. */
    static HBox row(List<? extends Node> keys) {
        HBox row = new HBox();
        row.getStyleClass().add("key-row");
        row.getChildren().addAll(keys);
        keys.forEach(key -> HBox.setHgrow(key, Priority.ALWAYS));
        return row;
    }

    private Button typing(String what) {
        return key(what, what, () -> line.type(what));
    }

    private Button clearing() {
        Button key = key("clear", texts.say("key.clear"), line::clear);
        key.getStyleClass().add("function-key");
        return key;
    }

    /** The key that takes the last character away. */
    static Button erasing(Runnable action) {
        Button key = key("erase", "", action);
        key.setGraphic(Icons.small(MaterialDesignB.BACKSPACE_OUTLINE));
        key.getStyleClass().add("function-key");
        return key;
    }

    /** A key. */
    static Button key(String id, String words, Runnable action) {
        Button key = new Button(words);
        key.setId("key-" + id);
        key.getStyleClass().add("key");
        key.setFocusTraversable(false);
        key.setMaxWidth(Double.MAX_VALUE);
        key.setMinWidth(0);
        key.setOnAction(touched -> action.run());
        return key;
    }
}
