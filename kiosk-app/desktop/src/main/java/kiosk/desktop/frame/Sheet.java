package kiosk.desktop.frame;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The room between the bars: in portrait the explanation above and the work beneath, in the lower two thirds; in landscape the
 * explanation on the left and the work on the right.
 */
final class Sheet extends Region {
    private static final double GAP = 40;
    private static final double LEFT_SHARE = 0.36;
    private static final double HEAD = 400;

    private Node explanation = new Region();
    private Node work = new Region();

    Sheet() {
        getStyleClass().add("sheet");
        setMinHeight(0);
    }

    void show(Node explaining, Node working) {
        explanation = explaining;
        work = working;
        getChildren().setAll(explanation, work);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double height = getHeight() - in.getTop() - in.getBottom();
        if (getScene() != null && getScene().getWidth() > getScene().getHeight()) {
            double left = Math.round(width * LEFT_SHARE);
            explanation.resizeRelocate(in.getLeft(), in.getTop(), left, height);
            work.resizeRelocate(in.getLeft() + left + GAP, in.getTop(), width - left - GAP, height);
            return;
        }
        double wanted = explanation.prefHeight(width);
        double spare = height - GAP - work.prefHeight(width);
        double head = Math.max(wanted, Math.min(HEAD, spare));
        explanation.resizeRelocate(in.getLeft(), in.getTop(), width, head);
        work.resizeRelocate(in.getLeft(), in.getTop() + head + GAP, width, Math.max(0, height - head - GAP));
    }
}
