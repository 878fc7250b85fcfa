package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults built into a picture on purpose, each of which the eye must see. */
class EyeTest {
    @BeforeAll
    static void openTheStudio() {
        Studio.open();
    }

    @Test
    void wordsWithRoomAreWhole() {
        assertThat(seen(new VBox(button("按名字找事项"), new Label("办好了")))).isTrue();
    }

    @Test
    void wordsCutOnAButtonInARollAreSeen() {
        Button button = low(button("按名字找事项"), 130);
        button.setMaxWidth(200);
        assertThatThrownBy(() -> seen(new Roll(new VBox(button), new Texts()))).hasMessageContaining("words cut");
    }

    @Test
    void aButtonTooLowInARollIsSeen() {
        assertThatThrownBy(() -> seen(new Roll(new VBox(low(button("查验"), 87)), new Texts())))
                .hasMessageContaining("height of");
    }

    @Test
    void aLineThatAClipHidesIsSeen() {
        Button button = low(button("先看看能办什么"), 96);
        button.setMaxWidth(400);
        assertThatThrownBy(() -> seen(new VBox(button))).hasMessageContaining("is drawn within");
    }

    @Test
    void wordsBesideTheScreenAreSeen() {
        Label label = new Label("办好了");
        label.relocate(980, 20);
        assertThatThrownBy(() -> seen(new Pane(label))).hasMessageContaining("is drawn within");
    }

    private static Button button(String words) {
        return BigButton.plain("seeded", words, () -> {});
    }

    private static Button low(Button button, double height) {
        button.setMinHeight(height);
        button.setMaxHeight(height);
        button.setPrefHeight(height);
        return button;
    }

    private static boolean seen(Region picture) {
        return Studio.on(() -> {
            Parent root = new StackPane(picture);
            root.setStyle("-fx-font-size: 60px;");
            new Scene(root, 1000, 600);
            root.applyCss();
            root.layout();
            return Eye.look("seeded", root);
        });
    }
}
