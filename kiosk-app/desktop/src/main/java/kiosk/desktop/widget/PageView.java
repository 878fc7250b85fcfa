package kiosk.desktop.widget;

import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import kiosk.device.ScannedPage;

/** A scanned page so large that one sees what is wrong with it; id {@code page-seen}. */
public final class PageView extends StackPane {
    /** The page in a field of that size. */
    public PageView(ScannedPage page, double width, double height) {
        setId("page-seen");
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(page.jpeg()), 2 * width, 0, true, true));
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setPreserveRatio(true);
        StackPane sheet = new StackPane(view);
        sheet.getStyleClass().add("sheet-of-paper");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
    }
}
