package kiosk.desktop.entry;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javax.imageio.ImageIO;
import kiosk.submission.Signature;

/** A field to sign in with a finger; fingers arrive as mouse events. */
public final class SignaturePad extends Pane {
    private static final double PEN = 7;
    private static final int MARGIN = 12;

    private final Canvas canvas = new Canvas();
    private final Runnable changed;
    private final List<List<Point2D>> strokes = new ArrayList<>();

    /** An empty field; {@code changed} runs whenever a stroke is done or all are wiped. */
    public SignaturePad(Runnable changed) {
        this.changed = changed;
        setId("signature");
        getStyleClass().add("signature");
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
        addEventHandler(MouseEvent.MOUSE_RELEASED, done -> changed.run());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        redraw();
    }

    private void press(MouseEvent at) {
        strokes.add(new ArrayList<>());
        draw(at);
    }

    private void draw(MouseEvent at) {
        if (!strokes.isEmpty()) {
            double x = Math.min(Math.max(at.getX(), 0), getWidth());
            double y = Math.min(Math.max(at.getY(), 0), getHeight());
            strokes.get(strokes.size() - 1).add(new Point2D(x, y));
            redraw();
        }
    }

    private void redraw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setStroke(Color.BLACK);
        pen.setLineWidth(PEN);
        pen.setLineCap(StrokeLineCap.ROUND);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        for (List<Point2D> stroke : strokes) {
            pen.beginPath();
            pen.moveTo(stroke.get(0).getX(), stroke.get(0).getY());
            stroke.forEach(to -> pen.lineTo(to.getX(), to.getY()));
            pen.stroke();
        }
    }

    /** Whether enough was drawn to be a signature: a stroke or strokes of some length, not a touch by chance. */
    public boolean signed() {
        double length = 0;
        for (List<Point2D> stroke : strokes) {
            for (int i = 1; i < stroke.size(); i++) {
                length += stroke.get(i).distance(stroke.get(i - 1));
            }
        }
        return length > 120;
    }

    /** Wipes the field. */
    public void wipe() {
        strokes.clear();
        redraw();
        changed.run();
    }

    /** The signature, black on white, cut to what was drawn. */
    public Signature signature() {
        Path2D path = path();
        Rectangle bounds = path.getBounds();
        BufferedImage picture = new BufferedImage(
                bounds.width + 2 * MARGIN, bounds.height + 2 * MARGIN, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(java.awt.Color.BLACK);
        pen.setStroke(new BasicStroke((float) PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.translate(MARGIN - bounds.x, MARGIN - bounds.y);
        pen.draw(path);
        pen.dispose();
        return new Signature(png(picture));
    }

    private Path2D path() {
        Path2D path = new Path2D.Double();
        for (List<Point2D> stroke : strokes) {
            path.moveTo(stroke.get(0).getX(), stroke.get(0).getY());
            stroke.forEach(to -> path.lineTo(to.getX(), to.getY()));
        }
        return path;
    }

    private static byte[] png(BufferedImage picture) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("The signature cannot be written.", broken);
        }
    }
}
