package kiosk.desktop.frame;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The room between the bars: in portrait the explanation above and the work beneath, in the lower two thirds; in landscape the
 * explanation on the left and the work on the right. It is never lower than what must be seen.
 */
final class Sheet extends Region {
    private static final double GAP = 40;
    private static final double LEFT_SHARE = 0.36;
    private static final double HEAD = 400;

    private final Look look;
    private final Node explanation;
    private final Node work;

    Sheet(Look look, Node explanation, Node work) {
        this.look = look;
        this.explanation = explanation;
        this.work = work;
        getChildren().addAll(explanation, work);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean landscape() {
        return look.shape() == Look.Shape.LANDSCAPE;
    }

    private double left(double width) {
        return Math.round(width * LEFT_SHARE);
    }

    @Override
    protected double computeMinHeight(double width) {
        double wide = width < 0 ? 900 : width;
        return landscape()
                ? Math.max(explanation.minHeight(left(wide)), work.minHeight(wide - left(wide) - GAP))
                : explanation.minHeight(wide) + GAP + work.minHeight(wide);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (landscape()) {
            explanation.resizeRelocate(0, 0, left(width), height);
            work.resizeRelocate(left(width) + GAP, 0, width - left(width) - GAP, height);
            return;
        }
        double spare = height - GAP - work.prefHeight(width);
        double head = Math.max(explanation.minHeight(width), Math.min(HEAD, spare));
        explanation.resizeRelocate(0, 0, width, head);
        work.resizeRelocate(0, head + GAP, width, Math.max(0, height - head - GAP));
    }
}
