package kiosk.demo.dock;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Makes room on a desk's screen: the terminal's picture at the left, drawn smaller but as it is, and the dock at its right. */
public final class Easel {
    private static final double DOCK = 380;
    private static final double LONG = 1920;
    private static final double SHORT = 1080;

    private Easel() {}

    /** Shows both; called on the FX thread. */
    public static void show(Stage terminal, Dock dock) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        boolean lying = terminal.getScene().getWidth() > terminal.getScene().getHeight();
        double width = lying ? LONG : SHORT;
        double height = lying ? SHORT : LONG;
        double scale = Math.min((room.getWidth() - DOCK) / width, room.getHeight() / height);
        shrink(terminal.getScene(), width, height, scale);
        terminal.setX(room.getMinX());
        terminal.setY(room.getMinY());
        terminal.setWidth(width * scale);
        terminal.setHeight(height * scale);
        Stage beside = new Stage();
        beside.setTitle(dock.title());
        beside.setScene(new Scene(dock, DOCK, room.getHeight()));
        beside.setX(room.getMinX() + width * scale);
        beside.setY(room.getMinY());
        beside.setWidth(DOCK);
        beside.setHeight(room.getHeight());
        beside.show();
    }

    private static void shrink(Scene scene, double width, double height, double scale) {
        Region picture = (Region) scene.getRoot();
        Pane board = new Pane();
        scene.setRoot(board);
        board.getChildren().add(picture);
        picture.setMinSize(width, height);
        picture.setPrefSize(width, height);
        picture.setMaxSize(width, height);
        picture.getTransforms().add(new Scale(scale, scale, 0, 0));
    }
}
