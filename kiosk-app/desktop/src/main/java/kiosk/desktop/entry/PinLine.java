package kiosk.desktop.entry;

import java.util.Arrays;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kiosk.identity.Pin;
import org.jspecify.annotations.Nullable;

/** A line for the digits of a PIN. They never become a text, nobody sees more than their number, and they are wiped when the line goes. */
public final class PinLine extends HBox implements Typed {
    private final char[] digits = new char[Pin.LONGEST];
    private final Label shown = new Label();
    private int length;

    /** An empty line. */
    public PinLine(String id) {
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("input-line");
        Region caret = new Region();
        caret.getStyleClass().add("caret");
        shown.getStyleClass().setAll("label", "typed");
        getChildren().addAll(shown, caret);
        sceneProperty().addListener((scene, before, now) -> gone(now));
    }

    /** Drawing a screen anew takes its nodes away for a moment: only who stays away is gone. */
    private void gone(@Nullable Scene now) {
        if (now == null) {
            Platform.runLater(() -> {
                if (getScene() == null) {
                    clear();
                }
            });
        }
    }

    @Override
    public void type(String more) {
        if (length < digits.length && more.length() == 1) {
            digits[length++] = more.charAt(0);
            draw();
        }
    }

    @Override
    public void erase() {
        if (length > 0) {
            digits[--length] = '\0';
            draw();
        }
    }

    @Override
    public void clear() {
        Arrays.fill(digits, '\0');
        length = 0;
        draw();
    }

    /** How many digits there are. */
    public int length() {
        return length;
    }

    /**
     * The PIN that was typed; the line is empty afterwards.
     *
     * @throws IllegalArgumentException if it is too short for one
     */
    public Pin take() {
        char[] typed = Arrays.copyOf(digits, length);
        clear();
        try {
            return new Pin(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private void draw() {
        shown.setText("●".repeat(length));
    }
}
