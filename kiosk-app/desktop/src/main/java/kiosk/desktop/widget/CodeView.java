package kiosk.desktop.widget;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A QR code to be scanned from the screen: black on white in every contrast, with its quiet zone of four modules. */
public final class CodeView extends StackPane {
    private static final int QUIET = 4;

    /** The code of these modules, rows from the top, drawn as large as fits into so many pixels. */
    public CodeView(boolean[][] modules, double size) {
        setId("code");
        getStyleClass().add("code");
        int across = modules.length + 2 * QUIET;
        double module = Math.floor(size / across);
        Canvas canvas = new Canvas(module * across, module * across);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setFill(Color.BLACK);
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules[y].length; x++) {
                if (modules[y][x]) {
                    pen.fillRect((x + QUIET) * module, (y + QUIET) * module, module, module);
                }
            }
        }
        getChildren().add(canvas);
    }
}
