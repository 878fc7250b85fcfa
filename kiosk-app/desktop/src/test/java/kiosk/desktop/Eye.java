package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** Looks a picture over: whether everything to touch is large and named, and every word large enough and whole. */
final class Eye {
    private static final double TOUCH = 96;
    private static final double MAIN = 120;
    private static final double SMALLEST = 30;
    private static final double HAIR = 2;

    private Eye() {}

    /** Everything to be seen in it; also what a roll holds, whose window no layout manages. */
    static boolean look(String name, Parent parent) {
        for (Node each : parent.getChildrenUnmodifiable()) {
            if (each.isVisible()) {
                if (each instanceof Button button) {
                    touchable(name, button);
                }
                if (each instanceof Text drawn && parent instanceof Labeled words && each != words.getGraphic()) {
                    whole(name, words, drawn);
                }
                if (each instanceof Parent inner) {
                    look(name, inner);
                }
            }
        }
        return true;
    }

    private static void touchable(String name, Button button) {
        assertThat(button.getId()).as("%s: id of %s", name, button).isNotBlank();
        assertThat(button.getHeight()).as("%s: height of %s", name, button).isGreaterThanOrEqualTo(TOUCH);
        if ("main-action".equals(button.getId())) {
            Bounds bounds = button.localToScene(button.getLayoutBounds());
            assertThat(bounds.getHeight()).as(name).isGreaterThanOrEqualTo(MAIN);
            assertThat(holds(paper(button.getScene()), bounds))
                    .as("%s: %s is on the screen", name, button)
                    .isTrue();
        }
    }

    private static void whole(String name, Labeled words, Text drawn) {
        assertThat(drawn.getText()).as("%s: words cut on %s", name, words).isEqualTo(words.getText());
        if (words instanceof Label) {
            assertThat(drawn.getFont().getSize())
                    .as("%s: %s", name, words.getText())
                    .isGreaterThanOrEqualTo(SMALLEST);
        }
        if (!drawn.getText().isBlank()) {
            Bounds ink = ink(drawn);
            inside(name, words, drawn.getClip() == null ? ink : drawn.getClip().getLayoutBounds(), ink);
            inside(name, words, words.getLayoutBounds(), drawn.localToParent(ink));
            if (!rolled(words)) {
                inside(name, words, paper(words.getScene()), drawn.localToScene(ink));
            }
        }
    }

    private static void inside(String name, Labeled words, Bounds room, Bounds ink) {
        assertThat(holds(room, ink))
                .as("%s: %s is drawn within %s: %s", name, words, room, ink)
                .isTrue();
    }

    /** Where there is ink, for a line is higher than what is drawn in it. */
    private static Bounds ink(Text drawn) {
        Text twin = new Text(drawn.getText());
        twin.setFont(drawn.getFont());
        twin.setWrappingWidth(drawn.getWrappingWidth());
        twin.setLineSpacing(drawn.getLineSpacing());
        twin.setTextAlignment(drawn.getTextAlignment());
        twin.setTextOrigin(drawn.getTextOrigin());
        twin.setBoundsType(TextBoundsType.VISUAL);
        return twin.getLayoutBounds();
    }

    private static boolean rolled(Node node) {
        return node != null && (node instanceof ScrollPane || rolled(node.getParent()));
    }

    private static Bounds paper(Scene scene) {
        return new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    }

    private static boolean holds(Bounds room, Bounds ink) {
        return ink.getMinX() >= room.getMinX() - HAIR
                && ink.getMaxX() <= room.getMaxX() + HAIR
                && ink.getMinY() >= room.getMinY() - HAIR
                && ink.getMaxY() <= room.getMaxY() + HAIR;
    }
}
