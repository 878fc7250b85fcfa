package kiosk.desktop.widget;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.util.Duration;

/** A line drawing of what to do at a device: the card slides to the reader, the paper comes out. */
public final class DeviceDrawing extends StackPane {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 300;

    private final Group all = new Group();
    private final Group moving = new Group();
    private final Timeline timeline = new Timeline();

    /** What is shown. */
    public enum What {
        /** An identity card is laid on its reader. */
        ID_CARD,
        /** A social-security card is pushed into its slot. */
        SOCIAL_CARD,
        /** A phone is held before the scanner. */
        PHONE,
        /** A slip is held before the scanner. */
        SLIP,
        /** A sheet is laid on the scanner. */
        SCANNER,
        /** A receipt comes out. */
        RECEIPT,
        /** A page comes out. */
        PAGE,
        /** A card is taken off its reader. */
        TAKE_CARD
    }

    /** The drawing of that. */
    public DeviceDrawing(What what, Motion motion) {
        getStyleClass().add("drawing");
        setMouseTransparent(true);
        Rectangle canvas = new Rectangle(WIDTH, HEIGHT);
        canvas.setOpacity(0);
        all.getChildren().add(canvas);
        switch (what) {
            case ID_CARD -> cardOnReader(-150, 0);
            case TAKE_CARD -> cardOnReader(0, -150);
            case SOCIAL_CARD -> cardIntoSlot();
            case PHONE -> phone();
            case SLIP -> slip();
            case SCANNER -> sheetOnScanner();
            case RECEIPT -> paperFrom(130);
            case PAGE -> paperFrom(230);
        }
        getChildren().add(new Group(all));
        if (motion == Motion.CALM) {
            timeline.setCycleCount(Animation.INDEFINITE);
            sceneProperty().addListener((scene, before, now) -> run(now != null));
        }
    }

    /** This drawing, larger or smaller. */
    public DeviceDrawing scaled(double factor) {
        all.setScaleX(factor);
        all.setScaleY(factor);
        return this;
    }

    private void run(boolean visible) {
        if (visible) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }

    private void cardOnReader(double from, double to) {
        add(box("device", 90, 150, 300, 130), box("target", 120, 172, 240, 86), moving);
        moving(box("paper", 140, 150, 200, 124), box("portrait", 160, 172, 52, 66));
        for (int i = 0; i < 3; i++) {
            moving(line("mark", 232, 182 + 22 * i, 316 - 24 * i, 182 + 22 * i));
        }
        move(from, to);
    }

    private void cardIntoSlot() {
        moving(box("paper", 150, 10, 180, 200), box("chip", 176, 140, 56, 44), line("mark", 176, 44, 304, 44));
        add(moving, box("device", 70, 200, 340, 84), line("slot", 130, 212, 350, 212));
        move(-40, 24);
    }

    private void phone() {
        moving(box("paper", 170, 10, 140, 180), box("target", 194, 50, 92, 92));
        for (int i = 0; i < 9; i++) {
            if (i != 4) {
                moving(box("dot", 203 + 27 * (i % 3), 59 + 27 * (i / 3), 20, 20));
            }
        }
        add(moving, box("device", 110, 206, 260, 78), line("slot", 180, 224, 300, 224));
        move(-14, 6);
    }

    /** The code is at the slip's end that is nearest to the scanner. */
    private void slip() {
        moving(box("sheet", 150, 0, 180, 200), box("target", 196, 92, 88, 88));
        for (int i = 0; i < 2; i++) {
            moving(line("mark", 176, 30 + 28 * i, 304 - 40 * i, 30 + 28 * i));
        }
        for (int i = 0; i < 9; i++) {
            if (i != 4) {
                moving(box("dot", 203 + 27 * (i % 3), 99 + 27 * (i / 3), 20, 20));
            }
        }
        add(moving, box("device", 110, 206, 260, 78), line("slot", 180, 224, 300, 224));
        move(-14, 4);
    }

    private void sheetOnScanner() {
        moving(box("sheet", 130, 10, 220, 190));
        for (int i = 0; i < 4; i++) {
            moving(line("mark", 156, 44 + 28 * i, 324 - 30 * (i % 2), 44 + 28 * i));
        }
        add(moving, box("device", 60, 190, 360, 94), line("slot", 110, 204, 370, 204));
        move(-10, 40);
    }

    private void paperFrom(double width) {
        double left = (WIDTH - width) / 2;
        moving(box("sheet", left, 70, width, 200));
        for (int i = 0; i < 4; i++) {
            moving(line("mark", left + 22, 140 + 28 * i, left + width - 22, 140 + 28 * i));
        }
        Group shown = new Group(moving);
        shown.setClip(new Rectangle(0, 92, WIDTH, HEIGHT));
        add(box("device", 60, 20, 360, 84), shown, line("slot", left - 16, 92, left + width + 16, 92));
        move(-170, 0);
    }

    private void move(double from, double to) {
        moving.setTranslateY(to);
        timeline.getKeyFrames()
                .addAll(
                        frame(0, from),
                        frame(0.6, from),
                        new KeyFrame(
                                Duration.seconds(1.4),
                                new KeyValue(moving.translateYProperty(), to, Interpolator.EASE_OUT)),
                        frame(3.6, to));
    }

    private KeyFrame frame(double seconds, double at) {
        return new KeyFrame(Duration.seconds(seconds), new KeyValue(moving.translateYProperty(), at));
    }

    private void add(Node... parts) {
        all.getChildren().addAll(parts);
    }

    private void moving(Node... parts) {
        moving.getChildren().addAll(parts);
    }

    private static Shape box(String style, double x, double y, double width, double height) {
        return styled(new Rectangle(x, y, width, height), style);
    }

    private static Shape line(String style, double fromX, double fromY, double toX, double toY) {
        return styled(new Line(fromX, fromY, toX, toY), style);
    }

    private static Shape styled(Shape shape, String style) {
        shape.getStyleClass().add("drawing-" + style);
        return shape;
    }
}
