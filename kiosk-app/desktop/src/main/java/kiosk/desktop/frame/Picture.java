package kiosk.desktop.frame;

import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A step as a screen draws it: what explains it, what one works on, and what the bar at the foot offers.
 *
 * @param page tells one page of a step from another: on a new page touches meant for the last are ignored
 */
public record Picture(
        Object page, Node explanation, Node work, Optional<Action> main, Optional<Action> back, Optional<Action> quit) {
    /** Something the bar at the foot offers; without a task it is shown and cannot be touched. */
    public record Action(String words, Optional<Ikon> icon, Optional<Runnable> task) {}

    /** A picture whose bar offers nothing yet. */
    public static Picture of(Object page, Node explanation, Node work) {
        return new Picture(page, explanation, work, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This picture with its main action. */
    public Picture main(String words, Ikon icon, Runnable task) {
        Action action = new Action(words, Optional.of(icon), Optional.of(task));
        return new Picture(page, explanation, work, Optional.of(action), back, quit);
    }

    /** This picture with a main action that is not possible yet. */
    public Picture mainLater(String words, Ikon icon) {
        Action action = new Action(words, Optional.of(icon), Optional.empty());
        return new Picture(page, explanation, work, Optional.of(action), back, quit);
    }

    /** This picture with a way back. */
    public Picture back(String words, Runnable task) {
        Action action = new Action(words, Optional.empty(), Optional.of(task));
        return new Picture(page, explanation, work, main, Optional.of(action), quit);
    }

    /** This picture with a way out. */
    public Picture quit(String words, Runnable task) {
        Action action = new Action(words, Optional.empty(), Optional.of(task));
        return new Picture(page, explanation, work, main, back, Optional.of(action));
    }
}
