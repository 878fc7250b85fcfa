package kiosk.demo.rehearsal;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javax.imageio.ImageIO;

/**
 * A finger on the real screen: it presses where a node is seen, as the window system would, and only if nothing covers it. Its
 * methods are called from a thread of the robot's own.
 */
final class Fingertip {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_TURNS = 8;
    private static final boolean UNSEEN = Boolean.getBoolean("kiosk.demo.unseen");

    private final Supplier<Scene> scene;
    private final AtomicInteger releases = new AtomicInteger();
    private int taps;

    Fingertip(Supplier<Scene> scene) {
        this.scene = scene;
        onScreen(() -> {
            scene.get().addEventFilter(MouseEvent.MOUSE_RELEASED, touch -> releases.incrementAndGet());
            return scene;
        });
    }

    /** How often it pressed. */
    int taps() {
        return taps;
    }

    /** Whether a node of that id can be seen and touched. */
    boolean sees(String id) {
        return onScreen(() -> find(id).isPresent());
    }

    /** The ids that begin so, of nodes that can be seen and touched, in drawing order. */
    List<String> idsBeginning(String beginning) {
        return onScreen(() -> {
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
        if (!until(() -> reaches(id))) {
            throw new IllegalStateException("#" + id + " is covered by something");
        }
        int before = releases.get();
        onScreen(() -> {
            Robot robot = new Robot();
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
            return middle;
        });
        if (!until(() -> releases.get() > before)) {
            throw new IllegalStateException("the touch of #" + id + " did not arrive");
        }
        taps++;
    }

    /** Moves to a node's middle; whether the window system then finds that node there. */
    private boolean reaches(String id) {
        return onScreen(() -> {
                    Optional<Node> node = find(id);
                    node.ifPresent(it -> new Robot().mouseMove(middle(it)));
                    return node.isPresent();
                })
                && onScreen(() -> onScreenNow(id));
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
        Bounds pad = onScreen(() -> {
            Node node = find(id).orElseThrow(() -> new IllegalStateException("#" + id + " is not seen"));
            return node.localToScreen(node.getBoundsInLocal());
        });
        onScreen(() -> {
            Robot robot = new Robot();
            robot.mouseMove(pad.getMinX() + pad.getWidth() * 0.2, pad.getCenterY());
            robot.mousePress(MouseButton.PRIMARY);
            return pad;
        });
        for (int i = 0; i <= 24; i++) {
            double x = pad.getMinX() + pad.getWidth() * (0.2 + i * 0.025);
            double y = pad.getCenterY() + Math.sin(i * 0.8) * pad.getHeight() * 0.25;
            onScreen(() -> {
                new Robot().mouseMove(x, y);
                return x;
            });
        }
        onScreen(() -> {
            new Robot().mouseRelease(MouseButton.PRIMARY);
            return pad;
        });
        taps++;
    }

    private Point2D place(String id) throws InterruptedException {
        if (!until(() -> sees(id))) {
            throw new IllegalStateException("#" + id + " is not seen; there are " + idsBeginning(""));
        }
        return onScreen(() -> middle(find(id).orElseThrow()));
    }

    /** The whole screen as it is, as a PNG; none where only the time counts. */
    void picture(Path file) {
        if (UNSEEN) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image(), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written", e);
        }
    }

    private BufferedImage image() {
        WritableImage seen = onScreen(() -> scene.get().snapshot(null));
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        PixelReader pixels = seen.getPixelReader();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return image;
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
        return onScreen(() -> collect(laidOut(), node -> id.equals(node.getId())).stream()
                .findFirst()
                .flatMap(node ->
                        collect(node, Labeled.class::isInstance).stream().findFirst())
                .map(node -> ((Labeled) node).getText()));
    }

    /** What stands in the QR code that is seen, read as a phone would. */
    String qrCode() {
        BufferedImage image = image();
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(luminance(image)));
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new IllegalStateException("no code can be read on the screen", e);
        }
    }

    private static RGBLuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Waits until the screen takes touches and has drawn what it should. */
    void settles() throws InterruptedException {
        until(() -> !sees("touch-shield"));
    }

    /** Waits until something holds on the screen; whether it came to hold in time. */
    static boolean until(Supplier<Boolean> holds) throws InterruptedException {
        return until(holds, PATIENCE);
    }

    /** The same with another patience. */
    static boolean until(Supplier<Boolean> holds, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (holds.get()) {
                return true;
            }
            rest();
        }
        return holds.get();
    }

    /** A short while, in which the screen draws. */
    private static void rest() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        if (never.await(20, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts this latch down");
        }
    }

    /** Does something on the drawing thread and waits for it. */
    static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the screen was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the screen refused", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the screen does not answer", e);
        }
    }
}
