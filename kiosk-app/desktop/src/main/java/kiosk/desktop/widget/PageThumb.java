package kiosk.desktop.widget;

import java.io.ByteArrayInputStream;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.device.ScannedPage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A scanned page in small, with its number and a button to scan it again; ids {@code page-1} and {@code retake-1}. */
public final class PageThumb extends VBox {
    /** The thumb of a page, counted from 1. */
    public PageThumb(ScannedPage page, int number, double width, Texts texts, Runnable retake) {
        setId("page-" + number);
        getStyleClass().add("page-thumb");
        setAlignment(Pos.TOP_CENTER);
        Image image = new Image(new ByteArrayInputStream(page.jpeg()), 2 * width, 0, true, true);
        ImageView view = new ImageView(image);
        view.setFitWidth(width);
        view.setFitHeight(width * 1.42);
        view.setPreserveRatio(true);
        StackPane sheet = new StackPane(view);
        sheet.getStyleClass().add("sheet-of-paper");
        sheet.setPrefSize(width, width * 1.42);
        getChildren()
                .addAll(
                        sheet,
                        Words.aside(texts.say("materials.page", number)),
                        BigButton.plain("retake-" + number, texts.say("materials.retake"), retake)
                                .with(MaterialDesignC.CAMERA_RETAKE_OUTLINE));
    }
}
