package kiosk.demo.rehearsal;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The least a home screen could be: four tiles in a window. Says {@code usable} when they have been drawn. */
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] arguments) {
        Application.launch(Tiles.class);
    }

    /** The window. */
    public static final class Tiles extends Application {
        private int pulses;

        @Override
        public void start(Stage stage) {
            GridPane tiles = new GridPane();
            for (int i = 0; i < 4; i++) {
                Button tile = new Button("Tile " + i);
                tile.setPrefSize(500, 500);
                tiles.add(tile, i % 2, i / 2);
            }
            Scene scene = new Scene(tiles, 1080, 1920);
            scene.addPostLayoutPulseListener(this::drawn);
            stage.initStyle(StageStyle.UNDECORATED);
            stage.setScene(scene);
            stage.show();
        }

        private void drawn() {
            pulses++;
            if (pulses == 2) {
                System.out.println("usable");
            }
            Platform.requestNextPulse();
        }
    }
}
