package kiosk.desktop.technician.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.util.Duration;
import kiosk.desktop.Studio;
import kiosk.desktop.frame.Look;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.desktop.widget.Texts;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TouchPaneTest {
    private final BlockingQueue<Finding> found = new LinkedBlockingQueue<>();

    @BeforeAll
    static void openTheStudio() {
        Studio.open();
    }

    private Scene scene(Duration untouched) {
        return Studio.on(() -> {
            TouchPane.Pace pace = new TouchPane.Pace(untouched, Duration.millis(80));
            TouchPane pane = new TouchPane(new TouchGrid(3, 4), new Texts(), pace, found::add);
            Scene scene = new Scene(pane, 540, 720);
            new Look().dress(pane);
            pane.applyCss();
            pane.layout();
            return scene;
        });
    }

    private static void touch(Scene scene, EventType<MouseEvent> how, double x, double y) {
        Event.fireEvent(
                scene.getRoot(),
                new MouseEvent(
                        how,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        true,
                        false,
                        null));
    }

    /** Wipes over so many cells, and lays another finger where it says, all before anything else can happen. */
    private static void wipe(Scene scene, int cells, Runnable afterwards) {
        Studio.on(() -> {
            touch(scene, MouseEvent.MOUSE_PRESSED, 0, 0);
            for (int cell = 0; cell < cells; cell++) {
                touch(scene, MouseEvent.MOUSE_DRAGGED, 90 + cell % 3 * 180, 90 + cell / 3 * 180);
            }
            afterwards.run();
            return true;
        });
    }

    @Test
    void aScreenWipedOverWholePassesAndATouchBetweenTheSquaresIsAGhost() throws Exception {
        Scene scene = scene(Duration.seconds(10));
        wipe(scene, 12, () -> {});
        Studio.picture(scene, Path.of("target/gallery/walk/touch-two.png"));
        assertThat(Objects.requireNonNull(found.poll(5, TimeUnit.SECONDS)).verdict())
                .isEqualTo(Verdict.PASSED);
        Scene again = scene(Duration.seconds(10));
        wipe(again, 12, () -> touch(again, MouseEvent.MOUSE_PRESSED, 270, 700));
        assertThat(Objects.requireNonNull(found.poll(5, TimeUnit.SECONDS)).figures())
                .containsEntry("ghosts", 1L);
    }

    @Test
    void theFingerThatWipedTheLastCellIsNoGhostUntilItIsLifted() throws Exception {
        Scene scene = scene(Duration.seconds(10));
        wipe(scene, 12, () -> {
            touch(scene, MouseEvent.MOUSE_DRAGGED, 460, 690);
            touch(scene, MouseEvent.MOUSE_RELEASED, 270, 690);
        });
        Finding good = Objects.requireNonNull(found.poll(5, TimeUnit.SECONDS));
        assertThat(good.figures()).containsEntry("ghosts", 0L);
        assertThat(good.verdict()).isEqualTo(Verdict.PASSED);
        Scene again = scene(Duration.seconds(10));
        wipe(again, 12, () -> {
            touch(again, MouseEvent.MOUSE_RELEASED, 270, 690);
            touch(again, MouseEvent.MOUSE_DRAGGED, 270, 690);
        });
        assertThat(Objects.requireNonNull(found.poll(5, TimeUnit.SECONDS)).figures())
                .containsEntry("ghosts", 1L);
    }

    private static void touch(Scene scene, EventType<TouchEvent> how, TouchPoint... points) {
        Event.fireEvent(
                scene.getRoot(), new TouchEvent(how, points[0], List.of(points), 1, false, false, false, false));
    }

    private static TouchPoint finger(TouchPoint.State state, double x, double y) {
        return new TouchPoint(1, state, x, y, x, y, null, null);
    }

    @Test
    void onAScreenThatTellsFingersTheWipingOneIsNoGhostEither() throws Exception {
        Scene scene = scene(Duration.seconds(10));
        wipe(scene, 12, () -> {
            touch(scene, TouchEvent.TOUCH_MOVED, finger(TouchPoint.State.MOVED, 270, 690));
            touch(scene, TouchEvent.TOUCH_RELEASED, finger(TouchPoint.State.RELEASED, 270, 690));
            touch(
                    scene,
                    TouchEvent.TOUCH_PRESSED,
                    finger(TouchPoint.State.PRESSED, 60, 400),
                    finger(TouchPoint.State.STATIONARY, 480, 400));
        });
        assertThat(Objects.requireNonNull(found.poll(5, TimeUnit.SECONDS)).figures())
                .containsEntry("ghosts", 0L)
                .containsEntry("fingers", 2L);
    }
}
