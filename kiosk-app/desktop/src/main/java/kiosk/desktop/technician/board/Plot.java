package kiosk.desktop.technician.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import kiosk.desktop.widget.Words;
import kiosk.upkeep.Hour;

/** One figure of a device over the last seven days, a bar an hour; the days stand beneath. */
final class Plot extends Region {
    private static final int DAYS = 7;
    private static final int HOURS = DAYS * 24;
    private static final double CHART = 150;
    private static final double FOOT = 52;

    private final Instant begin;
    private final List<Bar> bars = new ArrayList<>();
    private final List<Line> borders = new ArrayList<>();
    private final List<Label> days = new ArrayList<>();
    private final long highest;

    private record Bar(int hour, long value, Rectangle drawn) {}

    /** The hours of a week up to {@code now}, each with its figure. */
    Plot(Instant now, List<Hour> week, ToLongFunction<Hour> figure) {
        begin = now.minus(Duration.ofHours(HOURS - 1L));
        highest = Math.max(1, week.stream().mapToLong(figure).max().orElse(1));
        getStyleClass().add("plot");
        for (int day = 0; day <= DAYS; day++) {
            Line border = new Line();
            border.getStyleClass().add("plot-border");
            borders.add(border);
        }
        for (int day = 0; day < DAYS; day++) {
            days.add(Words.aside(Days.day(begin.plus(Duration.ofDays(day)))));
        }
        week.forEach(it -> bar(it, figure.applyAsLong(it)));
        getChildren().addAll(borders);
        bars.forEach(it -> getChildren().add(it.drawn()));
        getChildren().addAll(days);
        setMinHeight(CHART + FOOT);
    }

    private void bar(Hour hour, long value) {
        long at = Duration.between(begin, hour.begin()).toHours();
        if (value > 0 && at >= 0 && at < HOURS) {
            Rectangle drawn = new Rectangle();
            drawn.getStyleClass().add("plot-bar");
            bars.add(new Bar((int) at, value, drawn));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return CHART + FOOT;
    }

    @Override
    protected void layoutChildren() {
        double hour = getWidth() / HOURS;
        for (Bar bar : bars) {
            double height = Math.max(4, CHART * bar.value() / highest);
            bar.drawn().setX(bar.hour() * hour);
            bar.drawn().setWidth(Math.max(3, hour - 1));
            bar.drawn().setY(CHART - height);
            bar.drawn().setHeight(height);
        }
        for (int day = 0; day <= DAYS; day++) {
            Line border = borders.get(day);
            double x = Math.min(getWidth() - 1, day * 24 * hour);
            border.setStartX(x);
            border.setEndX(x);
            border.setStartY(0);
            border.setEndY(CHART);
        }
        for (int day = 0; day < DAYS; day++) {
            days.get(day).resizeRelocate(day * 24 * hour + 6, CHART, 24 * hour - 6, FOOT);
        }
    }
}
