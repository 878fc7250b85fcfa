package kiosk.desktop.widget;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Nodes two by two where there is width enough for their words, else one beneath the other; a pair is of one height. */
public final class PairGrid extends Region {
    private static final double GAP = 20;
    private static final double BODY = 36;

    private final double narrowest;
    private final Label ruler = new Label();

    /** A grid whose nodes are that wide at least, in the usual size of words. */
    public PairGrid(double narrowest, List<? extends Node> nodes) {
        this.narrowest = narrowest;
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().add(ruler);
        getChildren().addAll(nodes);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        double needed = narrowest * ruler.getFont().getSize() / BODY;
        return (width - GAP) / 2 >= needed && cells().size() > 1 ? 2 : 1;
    }

    private List<Node> cells() {
        return getChildren().subList(1, getChildren().size());
    }

    private double cell(double width) {
        return columns(width) == 2 ? (width - GAP) / 2 : width;
    }

    private List<Node> row(int from, double width) {
        return cells().subList(from, Math.min(cells().size(), from + columns(width)));
    }

    private double height(List<Node> row, double width) {
        return row.stream().mapToDouble(it -> it.prefHeight(cell(width))).max().orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? 900 : width;
        double height = 0;
        for (int i = 0; i < cells().size(); i += columns(wide)) {
            height += height(row(i, wide), wide) + (i == 0 ? 0 : GAP);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (int i = 0; i < cells().size(); i += columns(getWidth())) {
            List<Node> row = row(i, getWidth());
            double height = height(row, getWidth());
            for (int j = 0; j < row.size(); j++) {
                row.get(j).resizeRelocate(j * (cell(getWidth()) + GAP), y, cell(getWidth()), height);
            }
            y += height + GAP;
        }
    }
}
