package kiosk.desktop.screen;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Nodes two by two where there is width enough, else one beneath the other; a pair is of one height. */
final class PairGrid extends Region {
    private static final double GAP = 20;
    private static final double NARROWEST = 440;

    PairGrid(List<? extends Node> nodes) {
        getChildren().addAll(nodes);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    private double cell(double width) {
        return two(width) ? (width - GAP) / 2 : width;
    }

    private boolean two(double width) {
        double em = getFontSize();
        return (width - GAP) / 2 >= NARROWEST * em / 36 && getChildren().size() > 1;
    }

    private double getFontSize() {
        return getChildren().isEmpty() || !(getChildren().get(0) instanceof javafx.scene.control.Labeled labeled)
                ? 36
                : labeled.getFont().getSize();
    }

    private double rowHeight(int from, double width) {
        int until = Math.min(getChildren().size(), from + (two(width) ? 2 : 1));
        return getChildren().subList(from, until).stream()
                .mapToDouble(it -> it.prefHeight(cell(width)))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? 900 : width;
        double height = 0;
        for (int i = 0; i < getChildren().size(); i += two(wide) ? 2 : 1) {
            height += rowHeight(i, wide) + (i == 0 ? 0 : GAP);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        int step = two(getWidth()) ? 2 : 1;
        for (int i = 0; i < getChildren().size(); i += step) {
            double height = rowHeight(i, getWidth());
            for (int j = i; j < Math.min(i + step, getChildren().size()); j++) {
                double x = (j - i) * (cell(getWidth()) + GAP);
                getChildren().get(j).resizeRelocate(x, y, cell(getWidth()), height);
            }
            y += height + GAP;
        }
    }
}
