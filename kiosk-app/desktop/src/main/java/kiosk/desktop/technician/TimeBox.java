package kiosk.desktop.technician;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.StackPane;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.Notice;

/** How many minutes a technician has left; in the last five it says that the terminal goes back to the citizens by itself. */
final class TimeBox extends StackPane {
    private static final long WARNED = 5;

    private final Desk desk;
    private final long end;

    /** A box that ends when {@link System#nanoTime} is that; it does not heed the clock, which may be what is wrong. */
    TimeBox(Desk desk, long end) {
        this.desk = desk;
        this.end = end;
        setId("time-box");
        Timeline turning = new Timeline(new KeyFrame(javafx.util.Duration.seconds(10), tick -> draw()));
        turning.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((scene, before, now) -> {
            if (now == null) {
                turning.stop();
            } else {
                turning.play();
            }
        });
        draw();
    }

    private void draw() {
        long minutes = Math.max(0, Duration.ofNanos(end - System.nanoTime()).toMinutes() + 1);
        boolean soon = minutes <= WARNED;
        getChildren()
                .setAll(
                        soon
                                ? new Notice(Notice.Kind.MUST, desk.say("technician.soon", minutes))
                                : new Notice(Notice.Kind.KNOWN, desk.say("technician.left", minutes)));
    }
}
