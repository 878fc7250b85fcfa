package kiosk.demo.dock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import kiosk.demo.world.Cast;
import kiosk.demo.world.World;
import kiosk.demo.world.WorldClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class DockTest {
    @TempDir
    private static Path folder;

    private static World world;
    private static Scene scene;

    @BeforeAll
    static void open() throws Exception {
        world = new World(folder);
        Stage stage = FxToolkit.registerPrimaryStage();
        scene = onScreen(() -> {
            Dock dock = new Dock(new WorldClient(world.control()), new Cast().members(), Optional::empty);
            stage.setScene(new Scene(dock, 380, 1000));
            stage.show();
            return stage.getScene();
        });
    }

    @AfterAll
    static void close() throws Exception {
        FxToolkit.cleanupStages();
        world.close();
    }

    @Test
    void everyButtonButThePaymentTurnsTheWorld() throws Exception {
        for (Button button : onScreen(() -> scene.getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(it -> !it.getId().equals("pay"))
                .toList())) {
            assertThat(outcomeOf(button)).as(button.getId()).isEqualTo("好了：" + button.getText());
        }
    }

    @Test
    void payingWithoutAnOrderOnTheScreenIsSaid() throws Exception {
        assertThat(outcomeOf((Button) scene.lookup("#pay"))).isEqualTo("没做成：屏幕上没有要付的单");
    }

    private static String outcomeOf(Button button) throws Exception {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        onScreen(() -> {
            Label label = (Label) scene.lookup("#outcome");
            label.setText("");
            label.textProperty().addListener((text, before, now) -> outcome.complete(now));
            button.fire();
            return label;
        });
        return outcome.get(15, TimeUnit.SECONDS);
    }

    private static <T> T onScreen(Supplier<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> done.complete(work.get()));
        return done.get(15, TimeUnit.SECONDS);
    }
}
