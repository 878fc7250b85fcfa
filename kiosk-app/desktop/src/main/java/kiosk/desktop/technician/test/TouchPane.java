package kiosk.desktop.technician.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.desktop.widget.Texts;
import kiosk.desktop.widget.Words;

/**
 * The whole screen as a grid: each cell is to be wiped over, edges and corners included; what no finger is seen in for a while is taken for a
 * dead zone. Then two fingers are laid on two squares; the one that wiped the last cell is no ghost, it counts for nothing until it is lifted.
 */
public final class TouchPane extends Pane {
    private static final double CELL = 120;
    private static final double SQUARE = 0.18;
    private static final Pace USUAL = new Pace(Duration.seconds(20), Duration.seconds(6));

    private final TouchGrid grid;
    private final Texts texts;
    private final Consumer<Finding> ended;
    private final List<Rectangle> cells = new ArrayList<>();
    private final Rectangle left = square();
    private final Rectangle right = square();
    private final Label said;
    private final Pace pace;
    private final PauseTransition silence = new PauseTransition();
    private boolean twoFingers;
    private boolean stillWiping;

    /**
     * How long the pane waits.
     *
     * @param untouched for another cell
     * @param held for the two fingers
     */
    record Pace(Duration untouched, Duration held) {}

    /** A pane of that size; {@code ended} is told on the FX thread what was found. */
    public TouchPane(double width, double height, Texts texts, Consumer<Finding> ended) {
        this(new TouchGrid((int) Math.round(width / CELL), (int) Math.round(height / CELL)), texts, USUAL, ended);
    }

    TouchPane(TouchGrid grid, Texts texts, Pace pace, Consumer<Finding> ended) {
        this.grid = grid;
        this.texts = texts;
        this.pace = pace;
        this.ended = ended;
        setId("touch-pane");
        getStyleClass().add("touch-pane");
        said = Words.body(texts.say("test.touch-wipe"));
        said.getStyleClass().add("card");
        said.setMouseTransparent(true);
        for (int cell = 0; cell < grid.columns() * grid.rows(); cell++) {
            Rectangle drawn = new Rectangle();
            drawn.getStyleClass().add("touch-cell");
            cells.add(drawn);
        }
        getChildren().addAll(cells);
        getChildren().addAll(left, right, said);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::touched);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::touched);
        addEventHandler(MouseEvent.MOUSE_RELEASED, lifted -> stillWiping = false);
        addEventHandler(TouchEvent.ANY, this::fingers);
        silence.setDuration(pace.untouched());
        silence.setOnFinished(over -> nextPart());
        silence.playFromStart();
    }

    private static Rectangle square() {
        Rectangle square = new Rectangle();
        square.getStyleClass().add("touch-square");
        square.setVisible(false);
        return square;
    }

    private void touched(MouseEvent at) {
        if (twoFingers) {
            stillWiping &= at.getEventType() == MouseEvent.MOUSE_DRAGGED;
            if (!stillWiping) {
                grid.pressed(1, !onSquare(at.getX(), at.getY()));
            }
            return;
        }
        stillWiping = true;
        if (grid.touch(at.getX() / getWidth(), at.getY() / getHeight())) {
            draw();
            silence.playFromStart();
            if (grid.whole()) {
                nextPart();
            }
        }
    }

    private void fingers(TouchEvent event) {
        boolean lifts = event.getEventType() == TouchEvent.TOUCH_RELEASED;
        if (!twoFingers || stillWiping) {
            stillWiping = !lifts || event.getTouchCount() > 1;
        } else if (!lifts) {
            boolean outside = event.getTouchPoints().stream().anyMatch(it -> {
                Point2D at = sceneToLocal(it.getSceneX(), it.getSceneY());
                return !onSquare(at.getX(), at.getY());
            });
            grid.pressed(event.getTouchCount(), outside);
        }
    }

    private boolean onSquare(double x, double y) {
        return left.contains(x, y) || right.contains(x, y);
    }

    /** Ends it without a finding. */
    public void stop() {
        silence.stop();
    }

    /** From the grid to the squares, and from there to the end. */
    private void nextPart() {
        if (twoFingers) {
            ended.accept(grid.finding());
            return;
        }
        twoFingers = true;
        left.setVisible(true);
        right.setVisible(true);
        said.setText(texts.say("test.touch-two"));
        silence.setDuration(pace.held());
        silence.playFromStart();
        draw();
    }

    private void draw() {
        for (int cell = 0; cell < cells.size(); cell++) {
            List<String> styles = cells.get(cell).getStyleClass();
            if (grid.isReached(cell) && !styles.contains("reached")) {
                styles.add("reached");
            }
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / grid.columns();
        double height = getHeight() / grid.rows();
        for (int cell = 0; cell < cells.size(); cell++) {
            int row = cell / grid.columns();
            place(cells.get(cell), cell % grid.columns() * width, row * height, width - 2);
            cells.get(cell).setHeight(height - 2);
        }
        double side = Math.min(getWidth(), getHeight()) * SQUARE * 1.5;
        place(left, getWidth() * 0.06, getHeight() / 2, side);
        place(right, getWidth() * 0.94 - side, getHeight() / 2, side);
        said.resizeRelocate(getWidth() * 0.1, getHeight() * 0.2, getWidth() * 0.8, said.prefHeight(getWidth() * 0.8));
    }

    private static void place(Rectangle what, double x, double y, double side) {
        what.setX(x);
        what.setY(y);
        what.setWidth(side);
        what.setHeight(side);
    }
}
