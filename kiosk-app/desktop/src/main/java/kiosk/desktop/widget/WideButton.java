package kiosk.desktop.widget;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** A button that fills its width with a row of parts, and is as high as their wrapped words need. */
public class WideButton extends Button {
    private final HBox row;

    /** A button of that style. */
    public WideButton(String id, String style, Node... parts) {
        row = new HBox(parts);
        row.getStyleClass().add(style + "-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMouseTransparent(true);
        setId(id);
        getStyleClass().add(style);
        setGraphic(row);
        setFocusTraversable(false);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        widthProperty().addListener((size, before, now) -> row.setPrefWidth(inner(now.doubleValue())));
    }

    private double inner(double width) {
        Insets in = getInsets();
        return Math.max(0, width - in.getLeft() - in.getRight());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? Math.max(getWidth(), 400) : width;
        return Math.max(
                104,
                row.prefHeight(inner(wide)) + getInsets().getTop() + getInsets().getBottom());
    }
}
