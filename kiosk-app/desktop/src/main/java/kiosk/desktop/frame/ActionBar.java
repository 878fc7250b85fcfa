package kiosk.desktop.frame;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kiosk.desktop.frame.Picture.Action;
import kiosk.desktop.widget.BigButton;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The bar at the foot: back on the left, the way out apart from it, the one main action on the right. */
final class ActionBar extends HBox {
    ActionBar() {
        getStyleClass().add("action-bar");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Picture picture) {
        getChildren().clear();
        picture.back()
                .ifPresent(
                        it -> add(BigButton.plain("back", it.words(), task(it)).with(MaterialDesignA.ARROW_LEFT)));
        picture.quit()
                .ifPresent(
                        it -> add(BigButton.quiet("quit", it.words(), task(it)).with(MaterialDesignC.CLOSE)));
        Region apart = new Region();
        HBox.setHgrow(apart, Priority.ALWAYS);
        getChildren().add(apart);
        picture.main().ifPresent(it -> add(main(it)));
        boolean empty = picture.back().isEmpty()
                && picture.quit().isEmpty()
                && picture.main().isEmpty();
        setVisible(!empty);
    }

    private static BigButton main(Action action) {
        BigButton main = BigButton.main("main-action", action.words(), task(action));
        action.icon().ifPresent(main::with);
        main.setDisable(action.task().isEmpty());
        return main;
    }

    private void add(BigButton button) {
        button.setMinWidth(button.getId().equals("main-action") ? 0 : USE_PREF_SIZE);
        getChildren().add(button);
    }

    private static Runnable task(Action action) {
        Optional<Runnable> task = action.task();
        return task.orElse(() -> {});
    }
}
