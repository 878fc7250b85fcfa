package kiosk.desktop.frame;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import kiosk.desktop.widget.Fonts;
import kiosk.desktop.widget.Motion;

/** How large and in which contrast a citizen sees the screens; each citizen begins with the usual look. */
public final class Look {
    private final ReadOnlyObjectWrapper<TextSize> size = new ReadOnlyObjectWrapper<>(TextSize.NORMAL);
    private final ReadOnlyObjectWrapper<Contrast> contrast = new ReadOnlyObjectWrapper<>(Contrast.USUAL);
    private final ObjectProperty<Shape> shape = new SimpleObjectProperty<>(Shape.PORTRAIT);
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.CALM);

    /** How large words are. */
    public enum TextSize {
        /** 36 pixels. */
        NORMAL,
        /** A quarter larger. */
        LARGE,
        /** Half as large again. */
        LARGEST
    }

    /** Which colours. */
    public enum Contrast {
        /** Ink on paper. */
        USUAL,
        /** White and yellow on black. */
        HIGH
    }

    /** Which way the screen stands. */
    public enum Shape {
        /** Higher than wide. */
        PORTRAIT,
        /** Wider than high. */
        LANDSCAPE
    }

    /** Makes the fonts known and dresses a scene's root, now and whenever the look changes. */
    public void dress(Parent root) {
        Fonts.load();
        root.getStylesheets()
                .add(Look.class.getResource("/kiosk/desktop/kiosk.css").toExternalForm());
        root.getStyleClass().add("kiosk");
        size.addListener((look, before, now) -> mark(root));
        contrast.addListener((look, before, now) -> mark(root));
        shape.addListener((look, before, now) -> mark(root));
        mark(root);
    }

    private void mark(Parent root) {
        root.getStyleClass()
                .removeAll(
                        "text-normal",
                        "text-large",
                        "text-largest",
                        "contrast-usual",
                        "contrast-high",
                        "landscape",
                        "portrait");
        root.getStyleClass()
                .addAll(List.of(
                        style("text-", size.get()), style("contrast-", contrast.get()), style("", shape.get())));
    }

    private static String style(String what, Enum<?> how) {
        return what + how.name().toLowerCase(Locale.ROOT);
    }

    /** Back to the usual look, for the next citizen. */
    public void usual() {
        size.set(TextSize.NORMAL);
        contrast.set(Contrast.USUAL);
    }

    /** Shows words of that size from now on. */
    public void show(TextSize chosen) {
        size.set(chosen);
    }

    /** Shows those colours from now on. */
    public void show(Contrast chosen) {
        contrast.set(chosen);
    }

    /** Moves things from now on, or not. */
    public void show(Motion chosen) {
        motion.set(chosen);
    }

    /** Lays screens out for that shape from now on. */
    public void show(Shape chosen) {
        shape.set(chosen);
    }

    /** Which way the screen stands. */
    public Shape shape() {
        return shape.get();
    }

    /** The size now, to be watched. */
    public ReadOnlyObjectProperty<TextSize> size() {
        return size.getReadOnlyProperty();
    }

    /** The contrast now, to be watched. */
    public ReadOnlyObjectProperty<Contrast> contrast() {
        return contrast.getReadOnlyProperty();
    }

    /** Whether things move. */
    public Motion motion() {
        return motion.get();
    }
}
