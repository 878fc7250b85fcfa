package kiosk.demo.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

/**
 * A finger on the real screen: it presses where a node is seen, as the window system would, and only if nothing covers it. Its
 * methods are called from a thread of the robot's own.
 */
final class Fingertip {
    private static final int MOST_TURNS = 8;
    private static final int STROKES = 16;

    private final Supplier<Scene> scene;
    private final Eye eye;
    private final AtomicInteger releases = new AtomicInteger();
    private int taps;

    Fingertip(Supplier<Scene> scene) {
        this.scene = scene;
        this.eye = new Eye(scene);
        Eye.onScreen(() -> {
            scene.get().addEventFilter(MouseEvent.MOUSE_RELEASED, touch -> releases.incrementAndGet());
            return scene;
        });
    }

    /** What the citizen of this finger sees. */
    Eye eye() {
        return eye;
    }

    /** How often it pressed. */
    int taps() {
        return taps;
    }

    /** Whether a node of that id can be seen and touched. */
    boolean sees(String id) {
        return Eye.onScreen(() -> find(id).isPresent());
    }

    /** The ids that begin so, of nodes that can be seen and touched, in drawing order. */
    List<String> idsBeginning(String beginning) {
        return Eye.onScreen(() -> {
            List<String> ids = new ArrayList<>();
            collect(laidOut(), node -> {
                        String id = node.getId();
                        return id != null && id.startsWith(beginning) && touchable(node);
                    })
                    .forEach(node -> ids.add(node.getId()));
            return ids;
        });
    }

    /** Presses the node of that id in its middle. */
    void press(String id) throws InterruptedException {
        settles();
        for (int turn = 0; turn < MOST_TURNS && !reaches(id) && sees("roll-down") && !id.equals("roll-down"); turn++) {
            press("roll-down");
        }
        Point2D middle = place(id);
        if (!Eye.until(() -> reaches(id))) {
            throw new IllegalStateException("#" + id + " is covered by something");
        }
        int before = releases.get();
        Eye.onScreen(() -> {
            Robot robot = new Robot();
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
            return middle;
        });
        if (!Eye.until(() -> releases.get() > before)) {
            throw new IllegalStateException("the touch of #" + id + " did not arrive");
        }
        taps++;
    }

    /** Moves to a node's middle; whether the window system then finds that node there. */
    private boolean reaches(String id) {
        return Eye.onScreen(() -> {
                    Optional<Node> node = find(id);
                    node.ifPresent(it -> new Robot().mouseMove(middle(it)));
                    return node.isPresent();
                })
                && Eye.onScreen(() -> onScreenNow(id));
    }

    private boolean onScreenNow(String id) {
        return find(id).map(Node::isHover).orElse(false);
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Draws a line across the node of that id, as a signature. */
    void scribbleOn(String id) {
        Bounds pad = Eye.onScreen(() -> {
            Node node = find(id).orElseThrow(() -> new IllegalStateException("#" + id + " is not seen"));
            return node.localToScreen(node.getBoundsInLocal());
        });
        Eye.onScreen(() -> {
            Robot robot = new Robot();
            robot.mouseMove(pad.getMinX() + pad.getWidth() * 0.2, pad.getCenterY());
            robot.mousePress(MouseButton.PRIMARY);
            return pad;
        });
        for (int i = 0; i <= 24; i++) {
            double x = pad.getMinX() + pad.getWidth() * (0.2 + i * 0.025);
            double y = pad.getCenterY() + Math.sin(i * 0.8) * pad.getHeight() * 0.25;
            Eye.onScreen(() -> {
                new Robot().mouseMove(x, y);
                return x;
            });
        }
        Eye.onScreen(() -> {
            new Robot().mouseRelease(MouseButton.PRIMARY);
            return pad;
        });
        taps++;
    }

    /** Wipes over the node of that id, to and fro, row by row and into every corner, and is lifted at the end. */
    void wipes(String id) {
        Bounds all = Eye.onScreen(() -> {
            Node node = find(id).orElseThrow(() -> new IllegalStateException("#" + id + " is not seen"));
            return node.localToScreen(node.getBoundsInLocal());
        });
        for (int stroke = 0; stroke < STROKES * STROKES; stroke++) {
            int row = stroke / STROKES;
            int column = row % 2 == 0 ? stroke % STROKES : STROKES - 1 - stroke % STROKES;
            double x = all.getMinX() + all.getWidth() * (column + 0.5) / STROKES;
            double y = all.getMinY() + all.getHeight() * (row + 0.5) / STROKES;
            boolean first = stroke == 0;
            Eye.onScreen(() -> {
                Robot robot = new Robot();
                robot.mouseMove(x, y);
                if (first) {
                    robot.mousePress(MouseButton.PRIMARY);
                }
                return x;
            });
        }
        Eye.onScreen(() -> {
            new Robot().mouseRelease(MouseButton.PRIMARY);
            return all;
        });
    }

    private Point2D place(String id) throws InterruptedException {
        if (!Eye.until(() -> sees(id))) {
            throw new IllegalStateException("#" + id + " is not seen; there are " + idsBeginning(""));
        }
        return Eye.onScreen(() -> middle(find(id).orElseThrow()));
    }

    private Optional<Node> find(String id) {
        return collect(laidOut(), node -> id.equals(node.getId()) && touchable(node)).stream()
                .findFirst();
    }

    /** The root with everything where the next picture will have it. */
    private Parent laidOut() {
        Parent root = scene.get().getRoot();
        root.applyCss();
        root.layout();
        return root;
    }

    private static boolean touchable(Node node) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (!above.isVisible() || above.isDisabled() || above.isMouseTransparent() || above.getOpacity() < 0.1) {
                return false;
            }
        }
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        Rectangle2D screen = Screen.getPrimary().getBounds();
        return bounds != null && screen.contains(bounds.getCenterX(), bounds.getCenterY()) && bounds.getWidth() > 1;
    }

    private static List<Node> collect(Node node, Function<Node, Boolean> wanted) {
        List<Node> found = new ArrayList<>();
        if (wanted.apply(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(collect(child, wanted)));
        }
        return found;
    }

    /** The text of the node of that id, if it is seen. */
    Optional<String> text(String id) {
        return Eye.onScreen(() -> collect(laidOut(), node -> id.equals(node.getId())).stream()
                .findFirst()
                .flatMap(node ->
                        collect(node, Labeled.class::isInstance).stream().findFirst())
                .map(node -> ((Labeled) node).getText()));
    }

    /** Waits until the screen takes touches and has drawn what it should. */
    void settles() throws InterruptedException {
        Eye.until(() -> !sees("touch-shield"));
    }
}
