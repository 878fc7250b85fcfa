package kiosk.desktop.widget;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;

/** A button a finger finds: at least 96 pixels high, the main one of a screen 120. */
public final class BigButton extends Button {
    private static final double LEAST = 96;
    private static final double LEAST_OF_MAIN = 120;

    private final double least;

    private BigButton(String id, String words, Runnable action, String kind) {
        super(words);
        least = "main".equals(kind) ? LEAST_OF_MAIN : LEAST;
        setId(id);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setFocusTraversable(false);
        getStyleClass().addAll("big-button", kind);
        setOnAction(touched -> action.run());
    }

    /** What the screen is for: one on each. */
    public static BigButton main(String id, String words, Runnable action) {
        return new BigButton(id, words, action, "main");
    }

    /** What can be done besides. */
    public static BigButton plain(String id, String words, Runnable action) {
        return new BigButton(id, words, action, "plain");
    }

    /** A way out, drawn without a surface. */
    public static BigButton quiet(String id, String words, Runnable action) {
        return new BigButton(id, words, action, "quiet");
    }

    /** As high as its wrapped words need, so that nothing above or beneath it cuts them. */
    @Override
    protected double computePrefHeight(double width) {
        return Math.max(least, super.computePrefHeight(width));
    }

    /** This button with an icon before its words. */
    public BigButton with(Ikon icon) {
        setGraphic(Icons.small(icon));
        return this;
    }
}
